/// Writes the files of a report into a directory in which a reader may be looking.
///
/// Every file is written beside its place and renamed; `index.html` comes last, so that it never
/// names one that is not there; what an earlier report left and this one lacks goes after that.
package struct ReportWriter {
  private let directory: String

  package init(directory: String) {
    self.directory =
      directory.count > 1 && directory.hasSuffix("/")
      ? String(directory.dropLast()) : directory
  }

  /// Makes the directory, so that what is wrong with it is known before there is anything to write.
  package func prepare() throws(ReportError) { try FileSystem.makeDirectory(directory) }

  package func write(_ files: [ReportFile]) throws(ReportError) {
    try FileSystem.makeDirectory(directory)
    let ordered =
      files.filter { $0.path != "index.html" } + files.filter { $0.path == "index.html" }
    for file in ordered {
      if let slash = file.path.lastIndex(of: "/") {
        try FileSystem.makeDirectory(place(String(file.path[..<slash])))
      }
      try FileSystem.replace(place(file.path), with: file.bytes)
    }
    removeStale(keeping: Set(files.map(\.path)))
  }

  /// Removes charts and tables of an earlier report, but nothing under a name that is not ours, and
  /// nothing that a page which stays may show.
  private func removeStale(keeping paths: Set<String>) {
    guard paths.contains("index.html") || !FileSystem.exists(place("index.html")) else { return }
    for path in Report.knownPaths where !paths.contains(path) {
      FileSystem.remove(place(path))
    }
  }

  private func place(_ path: String) -> String { "\(directory)/\(path)" }
}
