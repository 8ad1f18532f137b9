/// The distributed table in which BitTorrent peers find each other.
package enum BitTorrentDHT: DatagramRecognizing {
  package static let id = ProtocolID.btDHT
  package static let reference = "BEP 5"
  package static let readsDatagrams = true

  package static let message = ApplicationField("bt-dht.bencoded.string", "Messages")
  package static let fields = [message]

  /// A dictionary that begins with the arguments, the answer, the error, or the address of who asks.
  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    guard reader.peek(as: UInt8.self) == UInt8(ascii: "d") else { return false }
    return ["d1:ad2:id20:", "d1:rd2:id20:", "d1:eli20", "d2:ip6:", "d2:ip18:"].contains {
      reader.starts(with: $0)
    }
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let title = title(of: reader)
    notes.count(message, title)
    notes.describe("BitTorrent DHT \(title)")
  }

  private static let queries = [
    "ping", "find_node", "get_peers", "announce_peer", "sample_infohashes", "get", "put",
  ]

  /// The query by its name, or what kind of answer it is.
  private static func title(of reader: ByteReader) -> String {
    for query in queries where reader.contains(lowercase: "1:q\(query.utf8.count):\(query)") {
      return query
    }
    if reader.contains(lowercase: "1:y1:r") { return "response" }
    return reader.contains(lowercase: "1:y1:e") ? "error" : "other"
  }
}
