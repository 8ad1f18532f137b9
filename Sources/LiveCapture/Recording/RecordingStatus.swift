/// What was saved so far.
package struct RecordingStatus: Equatable, Sendable {
  package struct File: Equatable, Sendable {
    package var path: String
    package var packets: UInt64
    package var bytes: UInt64

    package init(path: String, packets: UInt64, bytes: UInt64) {
      self.path = path
      self.packets = packets
      self.bytes = bytes
    }
  }

  /// The latest files of this run that are still there, in order, at most ``listedFiles``.
  package var files: [File] = []
  /// How many files this run began.
  package var fileCount: UInt64 = 0
  /// How many files were removed, those of earlier runs included.
  package var removedFileCount: UInt64 = 0
  /// Packets saved in all files, those that were removed included.
  package var packets: UInt64 = 0
  package var bytes: UInt64 = 0
  /// Packets that were captured and not saved, because the disk was too slow or refused.
  package var packetsNotSaved: UInt64 = 0
  /// Why nothing more is saved.
  package var stopReason: String?

  package var isStopped: Bool { stopReason != nil }

  static let listedFiles = 100
}
