import CaptureFormats
import PacketDecoding

extension RecentPacket {
  init(_ entry: RecentRing.Entry, info: PacketInfo?) {
    self.init(number: entry.number, time: entry.time, length: entry.length)
    source = Self.address(entry.addressVersion, entry.sourceHigh, entry.sourceLow)
    destination = Self.address(
      entry.addressVersion, entry.destinationHigh, entry.destinationLow)
    if entry.addressVersion == 0, entry.sourceLow | entry.destinationLow == 0 {
      source = ""
      destination = ""
    }
    protocolName =
      entry.unknown == .none ? entry.deepest.displayName : entry.unknown.description
    switch entry.transport {
    case .tcp, .udp, .sctp, .dccp, .udplite:
      sourcePort = entry.sourcePort
      destinationPort = entry.destinationPort
    default: break
    }
    self.info = info?.text ?? Self.info(entry)
    isInfoOfMessage = info != nil
  }

  private static func address(_ version: UInt8, _ high: UInt64, _ low: UInt64) -> String {
    switch version {
    case 4: IPAddress(v4: UInt32(truncatingIfNeeded: low)).description
    case 6: IPAddress(high: high, low: low).description
    default: MACAddress(rawValue: low).description
    }
  }

  private static func info(_ entry: RecentRing.Entry) -> String {
    switch entry.transport {
    case .tcp: tcpInfo(entry)
    case .udp, .udplite, .dccp: "Len=\(entry.payloadLength)"
    case .icmp: ICMPName.v4(type: entry.icmpType, code: entry.icmpCode)
    case .icmpv6: ICMPName.v6(type: entry.icmpType, code: entry.icmpCode)
    default: ""
    }
  }

  private static func tcpInfo(_ entry: RecentRing.Entry) -> String {
    let names: [(TCPFlags, String)] = [
      (.syn, "SYN"), (.fin, "FIN"), (.rst, "RST"), (.psh, "PSH"), (.ack, "ACK"), (.urg, "URG"),
      (.ece, "ECE"), (.cwr, "CWR"),
    ]
    let flags = TCPFlags(rawValue: entry.tcpFlags)
    let set = names.filter { flags.contains($0.0) }.map(\.1).joined(separator: ", ")
    let marks = analysisNames.filter { entry.analysis.contains($0.0) }.map { "[\($0.1)] " }
    return marks.joined() + "[\(set)] Win=\(entry.window) Len=\(entry.payloadLength)"
  }

  /// Wireshark's words.
  private static let analysisNames: [(TCPAnalysis, String)] = [
    (.retransmission, "Retransmission"), (.fastRetransmission, "Fast Retransmission"),
    (.spuriousRetransmission, "Spurious Retransmission"), (.outOfOrder, "Out-Of-Order"),
    (.lostSegment, "Previous segment not captured"),
    (.ackedUnseen, "ACKed unseen segment"), (.duplicateACK, "Dup ACK"),
    (.zeroWindow, "ZeroWindow"), (.zeroWindowProbe, "ZeroWindowProbe"),
    (.windowFull, "Window Full"), (.windowUpdate, "Window Update"), (.keepAlive, "Keep-Alive"),
    (.keepAliveACK, "Keep-Alive ACK"),
  ]
}
