import CaptureFormats
import Reporting

/// A directory of dated reports with a list of them, held by one run at a time.
///
/// Whatever is not complete lies in one directory below it, and comes to its place by being renamed: a
/// run that is killed leaves nothing else behind, and the next one removes that.
final class SnapshotArchive {
  private let directory: String
  private let lock: ArchiveLock
  private let work: String

  init(directory: String, patience: Duration) throws {
    self.directory =
      directory.count > 1 && directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    try FileSystem.makeDirectory(self.directory)
    lock = try ArchiveLock(self.directory, patience: patience)
    work = "\(self.directory)/.packetpress-work"
    try Folder.removeTree(work)
  }

  /// Makes the directory that reports are built in, as the user to whom they will belong.
  func prepare() throws { try Folder.make(work) }

  deinit { try? Folder.removeTree(work) }

  /// Adds a report to a prepared archive, lists it and removes those that are past their time; returns
  /// the folder of the report.
  func publish(
    _ files: [ReportFile], _ record: SnapshotRecord, keeping rule: KeepRule, page: ArchivePage,
    now: Timestamp
  ) throws -> String {
    let mark = ReportFile(path: SnapshotRecord.fileName, bytes: record.json)
    try ReportWriter(directory: "\(work)/report").write([mark] + files)
    let name = freeName(record.start)
    try Folder.move("\(work)/report", to: place("\(name)"))
    let entries = try readEntries()
    let expired = rule.expired(entries, now: now, justMade: name)
    let gone = Set(expired.map(\.name))
    try writeIndex(page, entries.filter { !gone.contains($0.name) })
    for entry in expired { try remove(entry) }
    try pointLatest(to: name)
    return place("\(name)")
  }

  private func place(_ name: String) -> String { "\(directory)/\(name)" }

  private func freeName(_ start: Timestamp) -> ArchiveName {
    var name = ArchiveName(start)
    while Folder.kind(of: place("\(name)")) != nil { name = name.next }
    return name
  }

  /// Our reports, the newest first; what only looks like one is left alone.
  private func readEntries() throws -> [ArchiveEntry] {
    let names = try Folder.names(in: directory).compactMap { ArchiveName($0) }
    return names.sorted(by: >).compactMap { name in
      let report = place("\(name)")
      let mark = "\(report)/\(SnapshotRecord.fileName)"
      guard Folder.kind(of: report) == .directory, Folder.kind(of: mark) != nil else { return nil }
      guard let record = SnapshotRecord(path: mark) else {
        Message.warning(
          "\(mark) is damaged: the report is left out of index.html and is never removed; "
            + "remove \(report) yourself")
        return nil
      }
      let hasPage = Folder.kind(of: "\(report)/index.html") == .regular
      return ArchiveEntry(
        name: name, record: record, link: hasPage ? "\(name)/index.html" : "\(name)/")
    }
  }

  private func writeIndex(_ page: ArchivePage, _ entries: [ArchiveEntry]) throws {
    let files = page.files(entries)
    try ReportWriter(directory: work).write(files)
    for file in files { try Folder.move("\(work)/\(file.path)", to: place(file.path)) }
  }

  /// Out of sight at once, then file by file.
  private func remove(_ entry: ArchiveEntry) throws {
    let retired = "\(work)/\(entry.name)"
    try Folder.move(place("\(entry.name)"), to: retired)
    try Folder.removeTree(retired)
  }

  private func pointLatest(to name: ArchiveName) throws {
    let latest = place("latest")
    switch Folder.kind(of: latest) {
    case nil, .link: break
    case .directory, .regular, .other:
      throw CommandFailure(
        "\(latest) is not a link of ours and was left alone: move it away, so that it can point to "
          + "the newest report")
    }
    try Folder.link("\(work)/latest", to: "\(name)")
    try Folder.move("\(work)/latest", to: latest)
  }
}
