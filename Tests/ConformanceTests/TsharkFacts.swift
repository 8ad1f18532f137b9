/// What tshark says of a capture, added up as our report does it.
struct TsharkFacts: Decodable {
  struct DNS: Decodable {
    var queries = 0
    var responses = 0
    /// Queries by name.
    var names: [String: Int] = [:]
  }

  struct HTTP: Decodable {
    var methods: [String: Int] = [:]
    var statuses: [String: Int] = [:]
    var hosts: [String: Int] = [:]
  }

  struct TLS: Decodable {
    /// By the number of the message's type.
    var handshake: [String: Int] = [:]
    var sni: [String: Int] = [:]
    var ja3: [String: Int] = [:]
  }

  var packets = 0
  var bytes = 0
  var captured = 0
  /// The earliest and the latest time stamp, in seconds since 1970.
  var min: String?
  var max: String?
  /// Frames that hold each protocol.
  var protocols: [String: Int] = [:]
  /// Packets by their innermost source.
  var src: [String: Int] = [:]
  /// Packets and bytes by "address|port|address|port", each direction of its own.
  var tcp: [String: [Int]] = [:]
  var udp: [String: [Int]] = [:]
  /// How many there are; of very many only a part is listed.
  var tcpTuples = 0
  var udpTuples = 0
  /// Segments by what `tcp.analysis` says of them, and by flags.
  var analysis: [String: Int] = [:]
  var dns = DNS()
  var http = HTTP()
  var tls = TLS()
}
