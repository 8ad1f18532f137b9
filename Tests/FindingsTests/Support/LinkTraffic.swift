import CaptureFormats
import Findings
import PacketDecoding
import TestSupport
import TrafficAnalysis
import TrafficSupport

/// What one rule finds in packets that a test makes.
func findings(
  of rule: any FindingRule.Type, settings: FindingSettings = FindingSettings(),
  inTraffic build: (inout Traffic) -> Void
) -> [Finding] {
  rule.findings(in: FindingContext(Traffic.snapshot(build), settings: settings))
}

/// Frames on Ethernet; adapters are numbers in 02:00:00:00:00:00.
extension Traffic {
  static func adapter(_ number: UInt64) -> MACAddress {
    MACAddress(rawValue: 0x0200_0000_0000 | number)
  }

  mutating func frame(
    from source: MACAddress, to target: MACAddress = .broadcast, vlan: UInt16? = nil,
    type: UInt16, _ payload: [UInt8]
  ) {
    var bytes = Self.bytes(target) + Self.bytes(source)
    if let vlan {
      bytes.appendNetwork(UInt16(0x8100))
      bytes.appendNetwork(vlan)
    }
    bytes.appendNetwork(type)
    add(bytes + payload, linkType: .ethernet)
  }

  /// A claim of a host's address by ARP, for its own address where no other is asked for.
  mutating func arp(
    from source: MACAddress, claiming host: UInt32, asking target: UInt32? = nil,
    vlan: UInt16? = nil
  ) {
    var payload: [UInt8] = [0, 1, 8, 0, 6, 4, 0, 1]
    payload += Self.bytes(source)
    payload.appendNetwork(0x0A00_0000 | host)
    payload += [0, 0, 0, 0, 0, 0]
    payload.appendNetwork(0x0A00_0000 | (target ?? host))
    frame(from: source, vlan: vlan, type: 0x0806, payload)
  }

  /// A message of neighbour discovery; `body` is what follows the checksum.
  mutating func neighbor(
    _ type: UInt8, from source: MACAddress, _ address: IPAddress, to target: IPAddress,
    hopLimit: UInt8 = 255, vlan: UInt16? = nil, _ body: [UInt8]
  ) {
    var packet: [UInt8] = [0x60, 0, 0, 0]
    packet.appendNetwork(UInt16(4 + body.count))
    packet += [58, hopLimit] + Self.bytes(address) + Self.bytes(target) + [type, 0, 0, 0] + body
    frame(
      from: source, to: MACAddress(rawValue: 0x3333_0000_0001), vlan: vlan, type: 0x86DD, packet)
  }

  static func bytes(_ mac: MACAddress) -> [UInt8] {
    (0..<6).map { UInt8(truncatingIfNeeded: mac.rawValue >> UInt64(40 - $0 * 8)) }
  }

  static func bytes(_ address: IPAddress) -> [UInt8] {
    var result: [UInt8] = []
    result.appendNetwork(address.high)
    result.appendNetwork(address.low)
    return result
  }
}
