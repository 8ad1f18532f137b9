/// What Packetpress puts into a directory, and which directories it never takes for its own.
package enum ReportTree {
  /// Folders of a report, each after the one it lies in.
  static let folders = [
    "charts", "tables", "evidence", "window", "window/charts", "window/tables", "window/evidence",
  ]

  private static let files: Set = [
    "index.html", "style.css", "report.json", "report.pdf", "summary.md", "live.js", "status.json",
    "status.js",
  ]

  /// As many entries are looked at.
  private static let limit = 20_000

  /// Nothing at all, or a report and nothing else.
  static func isReport(_ directory: borrowing DirectoryHandle) -> Bool {
    guard let names = directory.names(atMost: limit) else { return false }
    guard !names.isEmpty else { return true }
    for name in names {
      let isOurs = folders.contains(name) || files.contains(finalName(name)) || isCapture(name)
      guard isOurs else { return false }
    }
    return bearsMark(directory)
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
  }
}
