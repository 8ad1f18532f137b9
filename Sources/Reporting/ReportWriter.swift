/// Writes the files of a report into a directory in which a reader may be looking.
///
/// Every file is written beside its place and renamed; pages come after all that they name, so that
/// they never name one that is not there, and the status of a live report after its pages; what an
/// earlier report left and this one lacks goes after that. What a writer has written already and
/// still finds in its place is not written again.
package final class ReportWriter {
  private let directory: String
  private var written: [String: (bytes: [UInt8], identity: FileSystem.Identity?)] = [:]

  package init(directory: String) {
    self.directory =
      directory.count > 1 && directory.hasSuffix("/")
      ? String(directory.dropLast()) : directory
  }

  /// Makes the directory, so that what is wrong with it is known before there is anything to write.
  package func prepare() throws(ReportError) { try FileSystem.makeDirectory(directory) }

  package func write(_ files: [ReportFile]) throws(ReportError) {
    try FileSystem.makeDirectory(directory)
    for rank in 0...3 {
      for file in files where Self.rank(of: file.path) == rank { try write(file) }
    }
    let paths = Set(files.map(\.path))
    written = written.filter { paths.contains($0.key) }
    removeStale(keeping: paths)
  }

  private static func rank(of path: String) -> Int {
    switch path {
    case "status.json", "status.js": 3
    case "index.html": 2
    case _ where path.hasSuffix("/index.html"): 1
    default: 0
    }
  }

  private func write(_ file: ReportFile) throws(ReportError) {
    let target = place(file.path)
    if let last = written[file.path], let identity = last.identity, last.bytes == file.bytes,
      identity == FileSystem.identity(target)
    {
      return
    }
    if let slash = file.path.lastIndex(of: "/") {
      try FileSystem.makeDirectory(place(String(file.path[..<slash])))
    }
    try FileSystem.replace(target, with: file.bytes)
    written[file.path] = (file.bytes, FileSystem.identity(target))
  }

  /// Removes charts, tables and live pages of an earlier report, but nothing under a name that is not
  /// ours, and nothing that a page which stays may show.
  private func removeStale(keeping paths: Set<String>) {
    guard paths.contains("index.html") || !FileSystem.exists(place("index.html")) else { return }
    for path in Report.knownPaths where !paths.contains(path) {
      FileSystem.remove(place(path))
    }
    guard hasLiveFiles else { return }
    for path in LiveReport.knownPaths where !paths.contains(path) {
      FileSystem.remove(place(path))
    }
    for folder in LiveReport.directories { FileSystem.removeEmptyDirectory(place(folder)) }
  }

  /// Names such as `status.json` may be somebody else's; what is in it tells.
  private var hasLiveFiles: Bool {
    String(decoding: FileSystem.head(place("status.json")), as: UTF8.self)
      .contains("\"\(LiveStatus.schema)\"")
  }

  private func place(_ path: String) -> String { "\(directory)/\(path)" }
}
