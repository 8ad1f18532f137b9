internal import Glibc

/// What the file system says of a file.
package struct FileStatus: Sendable {
  package enum Kind: Sendable { case regular, directory, link, other }

  package let kind: Kind
  /// In bytes.
  package let size: UInt64
  /// Whether users besides its owner may read it.
  package let isReadableByOthers: Bool

  /// Nil if there is nothing; of a symbolic link, what it points to unless `followsLinks` is false.
  package init?(path: String, followsLinks: Bool = true) {
    var status = stat()
    let result = unsafe followsLinks ? stat(path, &status) : lstat(path, &status)
    guard result == 0 else { return nil }
    self.init(status)
  }

  /// Nil if the descriptor is not open.
  package init?(descriptor: Int32) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    size = UInt64(max(0, status.st_size))
    isReadableByOthers = status.st_mode & (S_IRGRP | S_IROTH) != 0
  }
}
