package import CaptureFormats
package import PacketDecoding

/// A flow between two endpoints, named by the innermost addresses.
package struct Conversation: Sendable {
  /// "TCP", "UDP", "SCTP", "ICMP", … or "IP proto 115".
  package var transport: String
  package var client: IPAddress
  /// nil for a protocol without ports.
  package var clientPort: UInt16?
  package var server: IPAddress
  package var serverPort: UInt16?
  package var packetsToServer: UInt64 = 0
  package var packetsToClient: UInt64 = 0
  /// Frames with a part of a datagram that did not complete it; not among the packets, but their bytes are.
  package var fragmentsToServer: UInt64 = 0
  package var fragmentsToClient: UInt64 = 0
  package var bytesToServer: UInt64 = 0
  package var bytesToClient: UInt64 = 0
  package var start: Timestamp
  /// The number of its first packet in the run; 0 where it is not known.
  package var firstPacket: UInt64 = 0
  package var durationNanoseconds: Int64 = 0
  /// Zeek's `conn_state`.
  package var state = ConnectionState.other
  /// Zeek's `history`.
  package var history = ""
  /// Wireshark's name of the application protocol, "tls"; nil if not recognised.
  package var application: String?
  /// The server's name by TLS or HTTP.
  package var serverName: String?
  /// SYN to the ACK that ends the handshake, in nanoseconds.
  package var handshakeRTTNanoseconds: Int64?
  package var retransmissions: UInt64 = 0
  package var outOfOrder: UInt64 = 0
  package var lostSegments: UInt64 = 0
  package var duplicateACKs: UInt64 = 0
  package var zeroWindows: UInt64 = 0
  package var resets: UInt64 = 0
  /// Of TCP, the same by direction and more; nil where no details were kept.
  package var tcp: TCPMeasures?

  package init(transport: String, client: IPAddress, server: IPAddress, start: Timestamp) {
    self.transport = transport
    self.client = client
    self.server = server
    self.start = start
  }

  package var packets: UInt64 { packetsToServer + packetsToClient }
  package var bytes: UInt64 { bytesToServer + bytesToClient }
}

/// How a connection went, in Zeek's words (`conn_state` of conn.log).
package enum ConnectionState: String, CaseIterable, Sendable {
  case attempt = "S0"
  case established = "S1"
  case finished = "SF"
  case rejected = "REJ"
  case closedByClient = "S2"
  case closedByServer = "S3"
  case resetByClient = "RSTO"
  case resetByServer = "RSTR"
  case attemptReset = "RSTOS0"
  case serverResetUnseenSYN = "RSTRH"
  case attemptClosed = "SH"
  case serverClosedUnseenSYN = "SHR"
  case other = "OTH"

  /// What the state means, for people.
  package var meaning: String {
    switch self {
    case .attempt: "SYN without an answer"
    case .established: "established, not closed"
    case .finished: "established and closed normally"
    case .rejected: "SYN answered by a reset"
    case .closedByClient: "established, close by the client unanswered"
    case .closedByServer: "established, close by the server unanswered"
    case .resetByClient: "established, reset by the client"
    case .resetByServer: "reset by the server"
    case .attemptReset: "SYN, then a reset by the client; no answer seen"
    case .serverResetUnseenSYN: "SYN-ACK, then a reset by the server; no SYN seen"
    case .attemptClosed: "SYN, then a FIN by the client; no answer seen"
    case .serverClosedUnseenSYN: "SYN-ACK, then a FIN by the server; no SYN seen"
    case .other: "no SYN seen, traffic in the middle"
    }
  }
}

/// All conversations with one server port.
package struct Service: Sendable {
  package var transport: String
  package var port: UInt16
  /// Wireshark's name of the application most of the conversations carried, else nil.
  package var application: String?
  package var conversations: UInt64 = 0
  /// Conversations in which both sides spoke (TCP: the handshake was completed).
  package var established: UInt64 = 0
  /// TCP: refused, reset during the handshake or unanswered. Others: unanswered.
  package var failed: UInt64 = 0
  package var packets: UInt64 = 0
  package var bytes: UInt64 = 0
  package var servers: UInt64 = 0

  package init(transport: String, port: UInt16) {
    self.transport = transport
    self.port = port
  }
}
