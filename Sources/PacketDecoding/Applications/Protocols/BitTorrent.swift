/// The handshake of BitTorrent peers, and the messages of its hash table (BEP 3, BEP 5).
package enum BitTorrent: ApplicationProtocol {
  package static let id = ProtocolID.bittorrent
  package static let reference = "BEP 3"

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    ["\u{13}BitTorrent protocol", "d1:ad2:id20:", "d1:rd2:id20:"].contains {
      reader.starts(with: $0)
    }
  }
}
