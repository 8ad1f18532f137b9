/// Tunnels that are known by their port (IANA service names, and ports in common use).
package enum UDPTunnel {
  @inline(__always)
  static func layer(_ port: UInt16) -> ProtocolID {
    // No tunnel has a lower port; most ports of clients are higher.
    guard port >= 1701, port <= 37008 else { return .none }
    return known(port)
  }

  private static func known(_ port: UInt16) -> ProtocolID {
    switch port {
    case 1701: .l2tp
    case 2123, 2152: .gtp
    case 3544: .teredo
    case 4341: .lisp
    case 4500: .udpencap
    case 4754: .gre
    case 4789, 4790: .vxlan
    case 4791: .infiniband
    case 5072: .ayiya
    case 5246, 5247: .capwap
    case 6081: .geneve
    case 6343: .sflow
    case 6635: .mpls
    case 12000...12004: .llc  // HPR (RFC 2353)
    case 12222, 12223: .lwapp
    case 37008: .tzsp
    default: .none
    }
  }

  /// True if a tunnel may begin behind these ports.
  @inline(__always)
  package static func isPossible(_ first: UInt16, _ second: UInt16) -> Bool {
    layer(first) != .none || layer(second) != .none
  }
}

extension DecodedPacket {
  /// The tunnel that begins behind the UDP header, if it keeps to its format.
  @inline(__always)
  mutating func tunnel(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    // The lower port is asked first, as the older service.
    let lower = UDPTunnel.layer(min(sourcePort, destinationPort))
    let layer = lower.isNone ? UDPTunnel.layer(max(sourcePort, destinationPort)) : lower
    return layer.isNone ? .none : try begin(layer, isLower: !lower.isNone, &reader)
  }

  // Not mutating, it would be given a copy of the whole packet.
  private mutating func begin(
    _ layer: ProtocolID, isLower: Bool, _ reader: inout ByteReader
  ) throws(DecodeError) -> ProtocolID {
    // What a service sends to a client is no tunnel because of the client's port.
    if !isLower, ApplicationCatalog.hasUDPPort(min(sourcePort, destinationPort)) { return .none }
    switch layer {
    case .vxlan where isBetween(4790): return try skipVXLANGPE(&reader)
    case .sflow: return reader.peek(as: UInt32.self) == 5 ? .sflow : .none
    case .l2tp: return reader.peek(as: UInt16.self).map(isL2TP) ?? false ? .l2tp : .none
    case .gtp: return reader.peek(as: UInt8.self).map(isGTP) ?? false ? .gtp : .none
    default: return layer
    }
  }

  /// A version up to 2, and before it the bit that tells GTP from its charging variant.
  private func isGTP(_ flags: UInt8) -> Bool {
    switch flags >> 5 {
    case 0: flags & 0x1E == 0x1E
    case 1: flags & 0x10 != 0
    default: flags >> 5 == 2
    }
  }

  private func isL2TP(_ flags: UInt16) -> Bool { flags & 0x0F == 2 || flags & 0x0F == 3 }

  private func isBetween(_ port: UInt16) -> Bool {
    sourcePort == port || destinationPort == port
  }
}
