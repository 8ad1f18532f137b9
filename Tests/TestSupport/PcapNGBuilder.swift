/// A capture in pcapng, built in memory block by block.
package struct PcapNGBuilder: Sendable {
  package private(set) var bytes: [UInt8] = []
  private var bigEndian = false

  /// An option of a block: its code and value.
  package struct Option: Sendable {
    var code: UInt16
    var value: [UInt8]

    package init(_ code: UInt16, _ value: [UInt8]) {
      self.code = code
      self.value = value
    }

    package init(_ code: UInt16, _ text: String) { self.init(code, Array(text.utf8)) }
  }

  package init() {}

  /// Begins with a section and one interface.
  package init(
    bigEndian: Bool = false, linkType: UInt16, snapLength: UInt32 = 0, options: [Option] = []
  ) {
    section(bigEndian: bigEndian)
    interface(linkType: linkType, snapLength: snapLength, options: options)
  }

  package mutating func section(
    bigEndian: Bool = false, major: UInt16 = 1, minor: UInt16 = 0, options: [Option] = []
  ) {
    self.bigEndian = bigEndian
    var body: [UInt8] = []
    put(UInt32(0x1A2B_3C4D), &body)
    put(major, &body)
    put(minor, &body)
    put(UInt64.max, &body)
    block(0x0A0D_0D0A, body + encoded(options))
  }

  package mutating func interface(
    linkType: UInt16, snapLength: UInt32 = 0, options: [Option] = []
  ) {
    var body: [UInt8] = []
    put(linkType, &body)
    put(UInt16(0), &body)
    put(snapLength, &body)
    block(1, body + encoded(options))
  }

  package mutating func enhanced(
    _ data: [UInt8], interface: UInt32 = 0, ticks: UInt64 = 0, captured: UInt32? = nil,
    original: UInt32? = nil, options: [Option] = []
  ) {
    var body: [UInt8] = []
    put(interface, &body)
    packet(data, ticks, captured, original, &body)
    block(6, body + encoded(options))
  }

  /// An obsolete packet block.
  package mutating func obsolete(_ data: [UInt8], interface: UInt16 = 0, ticks: UInt64 = 0) {
    var body: [UInt8] = []
    put(interface, &body)
    put(UInt16(0xFFFF), &body)
    packet(data, ticks, nil, nil, &body)
    block(2, body)
  }

  package mutating func simple(_ data: [UInt8], original: UInt32? = nil) {
    var body: [UInt8] = []
    put(original ?? UInt32(data.count), &body)
    block(3, body + padded(data))
  }

  package mutating func statistics(interface: UInt32 = 0, received: UInt64, dropped: UInt64) {
    var body: [UInt8] = []
    put(interface, &body)
    put(UInt64(0), &body)
    var counts: [[UInt8]] = [[], []]
    put(received, &counts[0])
    put(dropped, &counts[1])
    block(5, body + encoded([Option(4, counts[0]), Option(5, counts[1])]))
  }

  /// Any block; its lengths are right unless they are given.
  package mutating func block(
    _ type: UInt32, _ body: [UInt8], length: UInt32? = nil, trailer: UInt32? = nil
  ) {
    let body = padded(body)
    put(type, &bytes)
    put(length ?? UInt32(body.count + 12), &bytes)
    bytes += body
    put(trailer ?? length ?? UInt32(body.count + 12), &bytes)
  }

  /// An integer in the byte order of the section.
  package func encoded(_ value: some FixedWidthInteger) -> [UInt8] {
    var result: [UInt8] = []
    put(value, &result)
    return result
  }
}

extension PcapNGBuilder {
  private func packet(
    _ data: [UInt8], _ ticks: UInt64, _ captured: UInt32?, _ original: UInt32?,
    _ body: inout [UInt8]
  ) {
    put(UInt32(ticks >> 32), &body)
    put(UInt32(truncatingIfNeeded: ticks), &body)
    put(captured ?? UInt32(data.count), &body)
    put(original ?? UInt32(data.count), &body)
    body += padded(data)
  }

  private func encoded(_ options: [Option]) -> [UInt8] {
    guard !options.isEmpty else { return [] }
    var result: [UInt8] = []
    for option in options {
      put(option.code, &result)
      put(UInt16(option.value.count), &result)
      result += padded(option.value)
    }
    return result + [0, 0, 0, 0]
  }

  private func padded(_ bytes: [UInt8]) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: -bytes.count & 3)
  }

  private func put(_ value: some FixedWidthInteger, _ bytes: inout [UInt8]) {
    bytes.append(value, bigEndian: bigEndian)
  }
}
