import TestSupport

/// A service that does not answer five clients, a finding.
enum SilentService {
  static var pcap: [UInt8] {
    var builder = PcapBuilder()
    for port in 40_000..<40_005 as Range<UInt16> { builder.add(syn(from: port)) }
    return builder.bytes
  }

  static func syn(from port: UInt16) -> [UInt8] {
    var bytes: [UInt8] = [2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0]
    bytes += [0x45, 0, 0, 40, 0, 1, 0x40, 0, 64, 6, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2]
    bytes += [UInt8(port >> 8), UInt8(port & 255), 0, 80, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 4, 0]
    return bytes + [0, 0, 0, 0]
  }
}
