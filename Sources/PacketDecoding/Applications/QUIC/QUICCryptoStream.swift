/// The TLS handshake of one direction of a QUIC connection, as far as Initial packets hold it
/// (RFC 9001 section 4).
package struct QUICCryptoStream: Sendable {
  /// Both hellos of a handshake, with keys of post-quantum size, are far below this.
  private static let limit = 65_536

  private var bytes = PlacedBytes(limit: limit)
  private var reader = TLSHandshakeReader()

  package init() {}

  /// True once the hello is there; a server's may still be one that asks for another.
  package private(set) var isDone = false
  package var heldByteCount: Int { bytes.heldByteCount + reader.heldByteCount }

  /// Takes the piece of a CRYPTO frame and appends the messages that it completes.
  package mutating func add(_ piece: RawSpan, at offset: Int, into events: inout [TLSEvent]) {
    // Past this, the sum of offset and length could not be told (RFC 9000 section 19.6).
    guard !isDone, offset >= 0, offset < 1 << 61 else { return }
    bytes.put(ByteReader(piece), at: offset)
    let new = bytes.take()
    guard !new.isEmpty else { return }
    var more = unsafe ByteReader(new.span.bytes)
    reader.consume(&more, into: &events)
    isDone = reader.isDone
  }
}
