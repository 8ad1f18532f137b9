package import CaptureFormats
package import PacketDecoding

/// The packets of one source of RTP from one port to another (RFC 3550).
package struct RTPStream: Sendable {
  package var source: IPAddress
  package var sourcePort: UInt16
  package var destination: IPAddress
  package var destinationPort: UInt16
  /// The synchronization source, chosen at random by the sender.
  package var synchronizationSource: UInt32
  /// Codecs in the order in which they came, "PCMU", or "type 96" where none was announced.
  package var codecs: [String] = []
  package var packets: UInt64 = 0
  /// Of the datagrams' payloads, with the headers of RTP.
  package var payloadBytes: UInt64 = 0
  /// Packets that the sequence numbers promise (RFC 3550 appendix A.3).
  package var expected: UInt64 = 0
  /// Packets with a lower sequence number than one before them.
  package var outOfOrder: UInt64 = 0
  /// Packets with the sequence number of the one before them.
  package var duplicates: UInt64 = 0
  package var start: Timestamp
  package var durationNanoseconds: Int64 = 0
  /// The mean and the highest of the interarrival jitter (RFC 3550 section 6.4.1), nil where the rate
  /// of the clock is not known.
  package var jitterNanoseconds: Int64?
  package var maximumJitterNanoseconds: Int64?
  /// Ticks a second of the codec whose jitter was measured.
  package var clockRate: Int?
  /// The number of its first packet; 0 if that is not known.
  package var firstPacket: UInt64 = 0
  /// The first packets in front of which others are missing.
  package var packetsBehindLoss = PacketNumbers()

  package init(
    source: IPAddress, sourcePort: UInt16, destination: IPAddress, destinationPort: UInt16,
    synchronizationSource: UInt32, start: Timestamp
  ) {
    self.source = source
    self.sourcePort = sourcePort
    self.destination = destination
    self.destinationPort = destinationPort
    self.synchronizationSource = synchronizationSource
    self.start = start
  }

  /// "0x1A2B3C4D", as Wireshark has it.
  package var synchronizationSourceText: String {
    let digits = String(synchronizationSource, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// Packets that did not come; those that came twice make up for none.
  package var lost: UInt64 {
    let arrived = packets &- duplicates
    return expected > arrived ? expected - arrived : 0
  }

  /// Most packets first.
  package static func precedes(_ left: RTPStream, _ right: RTPStream) -> Bool {
    if left.packets != right.packets { return left.packets > right.packets }
    if left.source != right.source { return left.source < right.source }
    return (left.sourcePort, left.synchronizationSource, left.destinationPort)
      < (right.sourcePort, right.synchronizationSource, right.destinationPort)
  }
}
