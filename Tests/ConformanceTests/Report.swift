import Foundation

/// The numbers of a report.json that are held against those of others.
struct Report: Decodable {
  struct Capture: Decodable {
    var packets: Int
    var bytes: Int
    var capturedBytes: Int
    var durationSeconds: Double?
    var firstPacket: String?
    var lastPacket: String?
  }

  struct ProtocolNode: Decodable {
    var path: String
    var packets: Int
  }

  struct Conversation: Decodable {
    var `protocol`: String
    var client: String
    var clientPort: Int?
    var server: String
    var serverPort: Int?
    var packetsToServer: Int
    var packetsToClient: Int
  }

  struct Host: Decodable {
    var address: String
    var packetsSent: Int
    var packetsReceived: Int
  }

  struct Spread: Decodable {
    var count: Int
    var min: Double?
    var max: Double?
  }

  struct TCP: Decodable {
    var packets: Int
    var connections: Int
    var retransmissions: Int
    var fastRetransmissions: Int
    var spuriousRetransmissions: Int
    var outOfOrder: Int
    var duplicateAcks: Int
    var lostSegments: Int
    var ackedUnseenSegments: Int
    var zeroWindows: Int
    var zeroWindowProbes: Int
    var windowFull: Int
    var windowUpdates: Int
    var keepAlives: Int
    var keepAliveAcks: Int
    var resets: Int
    var flags: [String: Int]
    var handshakeRttMs: Spread
  }

  struct Name: Decodable {
    var name: String
    var queries: Int?
    var requests: Int?
    var clientHellos: Int?
  }

  struct DNS: Decodable {
    var queries: Int
    var responses: Int
    var types: [String: Int]
    var responseCodes: [String: Int]
    var names: [Name]
    var latencyMs: Spread
  }

  struct Messages: Decodable {
    var queries: Int
    var responses: Int
  }

  struct HTTP: Decodable {
    var requests: Int
    var responses: Int
    var methods: [String: Int]
    var statuses: [String: Int]
    var hosts: [Name]
    var userAgents: [Name]
    var latencyMs: Spread
  }

  struct Fingerprint: Decodable {
    var hash: String
    var clientHellos: Int
  }

  struct TLS: Decodable {
    var clientHellos: Int
    var serverHellos: Int
    var versions: [String: Int]
    var serverNames: [Name]
    var ja3: [Fingerprint]
  }

  struct ARP: Decodable {
    var operations: [String: Int]
  }

  struct ICMP: Decodable {
    var types: [String: Int]
    var v6Types: [String: Int]
  }

  struct SizeBin: Decodable {
    var from: Int
    /// Nil for the last.
    var to: Int?
    var packets: Int
  }

  var capture: Capture
  var protocols: [ProtocolNode]
  var packetSizes: [SizeBin]
  var conversations: [Conversation]
  var hosts: [Host]
  var tcp: TCP
  var dns: DNS
  var mdns: Messages
  var llmnr: Messages
  var http: HTTP
  var tls: TLS
  var arp: ARP
  var icmp: ICMP

  init(_ data: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(Report.self, from: data)
  }
}

extension String {
  /// Of a time of RFC 3339 with nine digits of a second: the seconds since 1970 with the same digits.
  var secondsSince1970: String? {
    guard let date = try? Date(prefix(19) + "Z", strategy: .iso8601) else { return nil }
    return "\(Int(date.timeIntervalSince1970))\(dropFirst(19).dropLast())"
  }
}
