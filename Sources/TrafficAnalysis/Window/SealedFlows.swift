/// Flows packed into bytes, as nothing more comes for them: about 30 bytes each with IPv4.
struct SealedFlows: Sendable {
  private let bytes: [UInt8]
  let count: Int
  /// What the flows' times are counted from.
  private let epoch: Int64

  var byteCount: Int { bytes.count }

  init() {
    bytes = []
    count = 0
    epoch = 0
  }

  init(_ flows: ChunkedList<PaneFlow>) {
    count = flows.count
    epoch = flows.count > 0 ? flows[0].firstTime : 0
    var packed: [UInt8] = []
    packed.reserveCapacity(flows.count * 48)
    for place in 0..<flows.count { flows[place].pack(into: &packed, epoch: epoch) }
    var exact: [UInt8] = []
    exact.reserveCapacity(packed.count)
    exact += packed
    bytes = exact
  }

  /// Calls `body` with each flow.
  func visit(_ body: (PaneFlow) -> Void) {
    var reader = PackedReader(bytes)
    for _ in 0..<count { body(PaneFlow(unpacking: &reader, epoch: epoch)) }
  }

  /// Where each flow begins.
  var offsets: [UInt32] {
    var reader = PackedReader(bytes)
    return (0..<count).map { _ in
      defer { _ = PaneFlow(unpacking: &reader, epoch: epoch) }
      return UInt32(reader.offset)
    }
  }

  /// The flow that begins at `offset`.
  func flow(at offset: Int) -> PaneFlow {
    var reader = PackedReader(bytes, at: offset)
    return PaneFlow(unpacking: &reader, epoch: epoch)
  }

  /// Only the key of the flow that begins at `offset`.
  func key(at offset: Int) -> FlowKey {
    var reader = PackedReader(bytes, at: offset)
    return FlowKey(unpacking: &reader, PackedFlags(rawValue: reader.byte()))
  }
}
