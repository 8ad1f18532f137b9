/// Audio and video; known by announcement or by several packets in a row, and followed in a log of its
/// own.
package enum RTP: ApplicationProtocol {
  package static let id = ProtocolID.rtp
  package static let reference = "RFC 3550"
  package static let reads =
    "streams by synchronization source: codecs, packets, loss, order, jitter"
}
