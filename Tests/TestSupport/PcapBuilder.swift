/// A capture in the classic format, built in memory.
package struct PcapBuilder: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let bigEndian: Bool
  private let recordPadding: Int

  package static let microseconds: UInt32 = 0xA1B2_C3D4
  package static let nanoseconds: UInt32 = 0xA1B2_3C4D
  /// Of Kuznetzov's patched libpcap, whose records have eight bytes more.
  package static let patched: UInt32 = 0xA1B2_CD34

  package init(
    magic: UInt32 = microseconds, bigEndian: Bool = false, major: UInt16 = 2, minor: UInt16 = 4,
    snapLength: UInt32 = 262_144, network: UInt32 = 1
  ) {
    self.bigEndian = bigEndian
    recordPadding = magic == Self.patched ? 8 : 0
    put(magic)
    put(major)
    put(minor)
    put(UInt64(0))
    put(snapLength)
    put(network)
  }

  /// Adds a record; the two length fields are those of `data` unless they are given.
  package mutating func add(
    _ data: [UInt8], seconds: UInt32 = 0, fraction: UInt32 = 0, captured: UInt32? = nil,
    original: UInt32? = nil
  ) {
    put(seconds)
    put(fraction)
    put(captured ?? UInt32(data.count))
    put(original ?? UInt32(data.count))
    bytes += [UInt8](repeating: 0xEE, count: recordPadding) + data
  }

  private mutating func put(_ value: some FixedWidthInteger) {
    bytes.append(value, bigEndian: bigEndian)
  }
}
