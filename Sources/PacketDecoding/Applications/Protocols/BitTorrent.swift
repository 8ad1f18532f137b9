/// The handshake of BitTorrent peers: for which torrent, with which program.
package enum BitTorrent: ApplicationProtocol {
  package static let id = ProtocolID.bittorrent
  package static let reference = "BEP 3"

  package static let torrent = ApplicationField("bittorrent.info_hash", "Torrents")
  package static let client = ApplicationField("bittorrent.peer_id", "Programs")
  package static let fields = [torrent, client]

  static let greeting = "\u{13}BitTorrent protocol"

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    reader.starts(with: greeting)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { BitTorrentParser() }
}
