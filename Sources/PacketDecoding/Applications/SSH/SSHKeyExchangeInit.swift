import Crypto

/// The algorithms that one side of an SSH connection offers, best first (RFC 4253 section 7.1).
struct SSHKeyExchangeInit: Sendable {
  private static let listCount = 8

  /// The first eight lists of the message, in its order.
  private let lists: [String]

  var keyExchange: String { lists[0] }
  var hostKey: String { lists[1] }
  var cipherToServer: String { lists[2] }
  var cipherToClient: String { lists[3] }
  var macToServer: String { lists[4] }
  var macToClient: String { lists[5] }
  var compressionToServer: String { lists[6] }
  var compressionToClient: String { lists[7] }

  /// Reads what follows the number of the message.
  init(parsing reader: inout ByteReader) throws(DecodeError) {
    try reader.skip(16)  // cookie
    var lists: [String] = []
    for _ in 0..<Self.listCount {
      let length = Int(try reader.read(as: UInt32.self))
      lists.append(PrintableText.string(try reader.split(length)))
    }
    self.lists = lists
  }

  /// The fingerprint of a client, as Salesforce's HASSH defines it.
  var hassh: String {
    Self.hash([keyExchange, cipherToServer, macToServer, compressionToServer])
  }

  /// The fingerprint of a server.
  var hasshServer: String {
    Self.hash([keyExchange, cipherToClient, macToClient, compressionToClient])
  }

  private static func hash(_ lists: [String]) -> String {
    Insecure.MD5.hash(data: Array(lists.joined(separator: ";").utf8)).hexadecimal
  }

  /// The first algorithm of the client that the server has, too.
  static func chosen(client: String, server: String) -> String? {
    let offered = Set(names(server))
    return names(client).first { offered.contains($0) }.map { String($0) }
  }

  /// By bytes, because splitting by characters is slow.
  private static func names(_ list: String) -> some Sequence<Substring> {
    list.utf8.split(separator: UInt8(ascii: ",")).lazy.map { Substring($0) }
  }
}
