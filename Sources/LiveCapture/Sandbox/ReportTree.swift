/// What Packetpress puts into a directory, and which directories it never takes for its own.
package enum ReportTree {
  /// Folders of a report, each after the one it lies in.
  static let folders = [
    "charts", "tables", "evidence", "window", "window/charts", "window/tables", "window/evidence",
  ]

  private static let files: Set = [
    "index.html", "style.css", "report.js", "report.json", "report.pdf", "summary.md", "live.js",
    "status.json", "status.js", "icon.svg", "snapshot.json",
  ]

  /// As many entries are looked at.
  private static let limit = 20_000

  /// Nothing at all, or one report or an archive of them and nothing else.
  static func isReport(_ directory: borrowing DirectoryHandle) -> Bool {
    guard let names = directory.names(atMost: limit) else { return false }
    var isBegun = false
    for name in names where !isLeftByLocking(name, in: directory) {
      let isOurs =
        folders.contains(name) || files.contains(finalName(name)) || isCapture(name)
        || isEarlierReport(name) || name == "latest"
      guard isOurs else { return false }
      isBegun = true
    }
    return !isBegun || bearsMark(directory)
  }

  /// What is there before there is a report: the lock of an archive, and where a report is built.
  private static func isLeftByLocking(
    _ name: String, in directory: borrowing DirectoryHandle
  ) -> Bool {
    name == ".packetpress-work"
      || name == ".lock" && directory.beginning(of: name, count: 1)?.isEmpty == true
  }

  /// The folders of reports in an archive, and of those that a live report closed.
  static func earlierReports(in directory: borrowing DirectoryHandle) -> [String] {
    (directory.names(atMost: limit) ?? []).filter(isEarlierReport)
  }

  /// "2026-11-23T10-00-00Z", with "-2" of an archive, or with "until-" of a live report.
  private static func isEarlierReport(_ name: String) -> Bool {
    let isClosed = name.hasPrefix("until-")
    let date = name.utf8.dropFirst(isClosed ? 6 : 0)
    let form = "0000-00-00T00-00-00Z".utf8
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let isDated = zip(date, form).allSatisfy { byte, expected in
      expected == digits.lowerBound ? digits.contains(byte) : byte == expected
    }
    guard date.count >= form.count, isDated else { return false }
    let number = Substring(date.dropFirst(form.count))
    if number.isEmpty { return true }
    guard !isClosed, let count = Int(number.dropFirst()), count >= 2 else { return false }
    return number == "-\(count)"
  }

  /// Files and folders of a report.
  static func isFolder(_ directory: borrowing DirectoryHandle) -> Bool {
    guard let names = directory.names(atMost: limit) else { return false }
    for name in names where !folders.contains(name) && !directory.isRegularFile(name) {
      return false
    }
    return true
  }

  /// A path without links that is the system's, whatever lies there; an empty `/home` too.
  package static func isSystem(_ path: String) -> Bool {
    let names = path.split(separator: "/")
    guard let first = names.first else { return true }
    switch first {
    case "bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "libx32": return true
    case "proc", "sbin", "sys", "usr": return true
    case "home", "run", "var": return names.count < 3
    case "media", "mnt", "opt", "root", "srv", "tmp": return names.count < 2
    default: return false
    }
  }

  /// Without the ending of a file that is being written.
  private static func finalName(_ name: String) -> String {
    guard let part = name.firstRange(of: ".part-") else { return name }
    return String(name[..<part.lowerBound])
  }

  private static func isCapture(_ name: String) -> Bool { name.hasSuffix(".pcapng") }

  private static func bearsMark(_ directory: borrowing DirectoryHandle) -> Bool {
    directory.beginning(of: "index.html", count: 2_048)?
      .contains("name=\"generator\" content=\"Packetpress ") == true
      || directory.beginning(of: "report.json", count: 256)?
        .contains("\"schema\": \"packetpress/report/") == true
      || directory.beginning(of: "snapshot.json", count: 256)?
        .contains("\"schema\": \"packetpress/snapshot/") == true
  }
}
