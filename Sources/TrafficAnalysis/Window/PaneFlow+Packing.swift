import PacketDecoding

/// What of a flow is packed, and how.
struct PackedFlags: OptionSet {
  let rawValue: UInt8

  /// Both addresses fit into 32 bits.
  static let shortAddresses = PackedFlags(rawValue: 1)
  static let clientIsLow = PackedFlags(rawValue: 2)
  static let isEstablished = PackedFlags(rawValue: 4)
  static let serverName = PackedFlags(rawValue: 8)
  static let history = PackedFlags(rawValue: 16)
  static let fromLow = PackedFlags(rawValue: 32)
  static let fromHigh = PackedFlags(rawValue: 64)
  static let fragments = PackedFlags(rawValue: 128)
}

extension PaneFlow {
  private var packedFlags: PackedFlags {
    var flags: PackedFlags = []
    if key.fitsShortAddresses { flags.insert(.shortAddresses) }
    if clientIsLow { flags.insert(.clientIsLow) }
    if isEstablished { flags.insert(.isEstablished) }
    if serverName >= 0 { flags.insert(.serverName) }
    if history != ConnectionHistory() { flags.insert(.history) }
    if fromLow.packets > 0 { flags.insert(.fromLow) }
    if fromHigh.packets > 0 { flags.insert(.fromHigh) }
    if fromLow.fragments > 0 || fromHigh.fragments > 0 { flags.insert(.fragments) }
    return flags
  }

  /// States of both endpoints.
  private var packedStates: UInt8 { lowState.rawValue | highState.rawValue << 3 }

  func pack(into bytes: inout [UInt8], epoch: Int64) {
    let flags = packedFlags
    bytes.append(flags.rawValue)
    key.pack(into: &bytes, flags)
    bytes.append(packedStates)
    bytes.append(application.rawValue)
    let start = firstTime &- epoch
    bytes.pack(UInt64(bitPattern: start << 1 ^ start >> 63))
    bytes.pack(UInt64(bitPattern: lastTime &- firstTime))
    if flags.contains(.fromLow) { fromLow.pack(into: &bytes, flags) }
    if flags.contains(.fromHigh) { fromHigh.pack(into: &bytes, flags) }
    if flags.contains(.history) { history.pack(into: &bytes) }
    if flags.contains(.serverName) { bytes.pack(UInt64(serverName)) }
  }

  init(unpacking reader: inout PackedReader, epoch: Int64) {
    let flags = PackedFlags(rawValue: reader.byte())
    let key = FlowKey(unpacking: &reader, flags)
    let states = reader.byte()
    let application = ProtocolID(rawValue: reader.byte()) ?? .none
    let start = reader.variable()
    self.init(key: key, time: epoch &+ (Int64(start >> 1) ^ -Int64(start & 1)))
    lastTime = firstTime &+ Int64(bitPattern: reader.variable())
    if flags.contains(.fromLow) { fromLow = FlowDirection(unpacking: &reader, flags) }
    if flags.contains(.fromHigh) { fromHigh = FlowDirection(unpacking: &reader, flags) }
    if flags.contains(.history) { history = ConnectionHistory(unpacking: &reader) }
    if flags.contains(.serverName) { serverName = Int32(truncatingIfNeeded: reader.variable()) }
    lowState = EndpointState(rawValue: states & 7) ?? .inactive
    highState = EndpointState(rawValue: states >> 3 & 7) ?? .inactive
    self.application = application
    clientIsLow = flags.contains(.clientIsLow)
    isEstablished = flags.contains(.isEstablished)
  }
}

extension FlowKey {
  fileprivate var fitsShortAddresses: Bool {
    lowHigh | highHigh == 0 && (lowLow | highLow) >> 32 == 0
  }

  fileprivate func pack(into bytes: inout [UInt8], _ flags: PackedFlags) {
    if flags.contains(.shortAddresses) {
      bytes.pack(lowLow, fixed: 4)
      bytes.pack(highLow, fixed: 4)
    } else {
      for word in [lowHigh, lowLow, highHigh, highLow] { bytes.pack(word, fixed: 8) }
    }
    bytes.pack(rest, fixed: 4)
    bytes.pack(rest >> 32)
  }

  init(unpacking reader: inout PackedReader, _ flags: PackedFlags) {
    let isShort = flags.contains(.shortAddresses)
    lowHigh = isShort ? 0 : reader.fixed(8)
    lowLow = reader.fixed(isShort ? 4 : 8)
    highHigh = isShort ? 0 : reader.fixed(8)
    highLow = reader.fixed(isShort ? 4 : 8)
    rest = reader.fixed(4)
    rest |= reader.variable() << 32
  }
}

extension FlowDirection {
  fileprivate func pack(into bytes: inout [UInt8], _ flags: PackedFlags) {
    bytes.pack(packets)
    bytes.pack(self.bytes)
    if flags.contains(.fragments) { bytes.pack(fragments) }
  }

  fileprivate init(unpacking reader: inout PackedReader, _ flags: PackedFlags) {
    self.init()
    let (packets, bytes) = (reader.variable(), reader.variable())
    let fragments = flags.contains(.fragments) ? reader.variable() : 0
    add(packets: packets, bytes: bytes, fragments: fragments)
  }
}
