import Crypto
import NIOCore
import Synchronization

/// One file as it is served; the bytes are shared by all who read it.
final class PublishedFile: Sendable {
  let contentType: ContentType
  let body: ByteBuffer
  private let digest: String
  private let compression = Mutex(Compression.untried)

  private enum Compression {
    case untried
    case useless
    case done(ByteBuffer)
  }

  init(_ bytes: [UInt8], contentType: ContentType) {
    self.contentType = contentType
    body = ByteBuffer(bytes: bytes)
    digest = SHA256.hash(data: bytes).hex
  }

  func isSame(as other: PublishedFile) -> Bool {
    digest == other.digest && contentType == other.contentType
  }

  /// A strong validator (RFC 9110, 8.8.3), different for the compressed bytes.
  func entityTag(compressed: Bool) -> String { compressed ? "\"\(digest)-gzip\"" : "\"\(digest)\"" }

  /// In gzip, if that is shorter; made when first asked for.
  var compressed: ByteBuffer? {
    // Below this the header alone takes what compression gains.
    guard contentType.isText, body.readableBytes > 512 else { return nil }
    return compression.withLock { compression in
      if case .untried = compression {
        let shorter = Gzip.compress(body).flatMap {
          $0.readableBytes < body.readableBytes ? $0 : nil
        }
        compression = shorter.map(Compression.done) ?? .useless
      }
      guard case .done(let bytes) = compression else { return nil }
      return bytes
    }
  }
}
