import PacketDecoding
import TestSupport
import TrafficSupport

/// Messages of DHCP; servers are hosts in 10.0.0.0/8.
extension Traffic {
  /// What a server tells.
  struct DHCPAnswer {
    var server: UInt32
    var router: UInt32
    var nameServer: UInt32
    var address: UInt32 = 0x0A00_0064
    var relayAgent: UInt32 = 0
  }

  /// A message of a client that has no address, or of a host that has one.
  mutating func dhcp(
    _ type: UInt8, client: UInt64, transaction: UInt32 = 1, fromHost host: UInt32? = nil
  ) {
    let message = Self.dhcpMessage(1, type, client: client, transaction, nil)
    var traffic = Traffic()
    traffic.udp(from: (host ?? 0, 68), to: (0xFF_FFFF, 67), message)
    var bytes = traffic.packets[0].bytes
    if host == nil { bytes.replaceSubrange(12..<16, with: [0, 0, 0, 0]) }
    add(bytes)
  }

  mutating func dhcp(
    _ type: UInt8, client: UInt64, transaction: UInt32 = 1, from answer: DHCPAnswer
  ) {
    let message = Self.dhcpMessage(2, type, client: client, transaction, answer)
    udp(from: (answer.server, 67), to: (0xFF_FFFF, 68), message)
  }

  private static func dhcpMessage(
    _ operation: UInt8, _ type: UInt8, client: UInt64, _ transaction: UInt32,
    _ answer: DHCPAnswer?
  ) -> [UInt8] {
    var bytes: [UInt8] = [operation, 1, 6, 0]
    bytes.appendNetwork(transaction)
    bytes += [UInt8](repeating: 0, count: 8)
    bytes.appendNetwork(answer?.address ?? 0)
    bytes.appendNetwork(UInt32(0))
    bytes.appendNetwork(answer?.relayAgent ?? 0)
    bytes += Self.bytes(adapter(client)) + [UInt8](repeating: 0, count: 10 + 64 + 128)
    bytes += [0x63, 0x82, 0x53, 0x63, 53, 1, type]
    if let answer {
      for (code, host) in [(54, answer.server), (3, answer.router), (6, answer.nameServer)] {
        bytes += [UInt8(code), 4]
        bytes.appendNetwork(0x0A00_0000 | host)
      }
    }
    return bytes + [255]
  }
}
