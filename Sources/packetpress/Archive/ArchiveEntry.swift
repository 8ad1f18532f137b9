/// A report of an archive.
struct ArchiveEntry {
  let name: ArchiveName
  let record: SnapshotRecord
  /// Where its page is, from the directory of the archive.
  let link: String
}
