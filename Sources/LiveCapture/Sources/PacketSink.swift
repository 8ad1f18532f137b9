internal import CPcap
internal import CaptureFormats

/// Copies packets out of libpcap's buffer: into a block as far as they fit, the rest into an overflow
/// that begins the next block.
///
/// libpcap hands a packet over once and has no way to take it back, and nobody knows its length
/// before. So the callback keeps the one that does not fit, too, and asks libpcap to stop: on Linux
/// that takes effect before the next packet, which stays in the ring. Where a device delivers
/// more nevertheless, the overflow takes all of it: nothing is lost, and nothing comes twice.
@safe struct PacketSink {
  /// The packets taken, in the block's order.
  private var records: [PacketRecord] = []
  private var overflow = Overflow()
  /// Number of the latest packet.
  private var number: UInt64 = 0
  private var filled = 0

  private var room = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private var stopping: OpaquePointer?
  private var linkType = LinkType.ethernet
  private var interface: UInt32 = 0
  private var nanosecondsPerTick: Int64 = 1
  private var hasPseudoHeader = false

  /// Packets that found no room, with their bytes.
  struct Overflow {
    var records: [PacketRecord] = []
    var bytes: [UInt8] = []
  }

  /// What taking returns when the sink ended it.
  static let stopped = PCAP_ERROR_BREAK

  init() {
    unsafe stopping = nil
  }

  var hasOverflow: Bool { !overflow.records.isEmpty }

  /// Packets that are in a block, or were.
  var delivered: UInt64 { number - UInt64(overflow.records.count) }

  /// Begins `block` anew with what overflowed.
  mutating func begin(_ block: PacketBlock) {
    block.records.removeAll(keepingCapacity: true)
    let missing = overflow.bytes.count - block.bytes.count
    if missing > 0 { block.bytes.append(contentsOf: repeatElement(0, count: missing)) }
    block.bytes.replaceSubrange(0..<overflow.bytes.count, with: overflow.bytes)
    block.records.append(contentsOf: overflow.records)
    filled = overflow.bytes.count
    overflow.bytes.removeAll(keepingCapacity: true)
    overflow.records.removeAll(keepingCapacity: true)
  }

  /// Takes at most `count` packets from `handle` into `block`; what `pcap_dispatch` returned.
  mutating func take(
    from handle: PcapHandle, linkType: LinkType, interface: UInt32, atMost count: Int,
    into block: PacketBlock
  ) -> Int32 {
    self.linkType = linkType
    self.interface = interface
    hasPseudoHeader = linkType.pseudoHeaderLength > 0
    nanosecondsPerTick = handle.hasNanoseconds ? 1 : 1000
    swap(&records, &block.records)
    defer { swap(&records, &block.records) }
    return unsafe block.bytes.withUnsafeMutableBytes { bytes in
      unsafe room = bytes
      unsafe stopping = handle.pointer
      defer { unsafe room = UnsafeMutableRawBufferPointer(start: nil, count: 0) }
      return unsafe withUnsafeMutablePointer(to: &self) { sink in
        let context = unsafe UnsafeMutableRawPointer(sink).assumingMemoryBound(to: UInt8.self)
        return unsafe pcap_dispatch(handle.pointer, Int32(count), Self.callback, context)
      }
    }
  }

  private static let callback: pcap_handler = { context, header, frame in
    guard let context = unsafe context, let header = unsafe header, let frame = unsafe frame else {
      return
    }
    let sink = unsafe UnsafeMutableRawPointer(context).assumingMemoryBound(to: PacketSink.self)
    unsafe sink.pointee.keep(
      header.pointee,
      UnsafeRawBufferPointer(
        start: frame, count: Int(header.pointee.caplen)))
  }

  @inline(__always)
  private mutating func keep(_ header: pcap_pkthdr, _ frame: UnsafeRawBufferPointer) {
    let fits = unsafe frame.count <= room.count - filled && overflow.records.isEmpty
    number &+= 1
    var record = PacketRecord(
      time: Timestamp(
        nanoseconds: Int64(header.ts.tv_sec) &* 1_000_000_000
          &+ Int64(header.ts.tv_usec) &* nanosecondsPerTick),
      offset: fits ? filled : overflow.bytes.count, capturedLength: frame.count,
      originalLength: header.len, linkType: linkType, interface: interface)
    record.number = number
    if hasPseudoHeader { record.dropPseudoHeader() }
    guard fits else { return unsafe keepForLater(record, frame) }
    unsafe UnsafeMutableRawBufferPointer(rebasing: room[filled...]).copyMemory(from: frame)
    filled &+= frame.count
    records.append(record)
  }

  @inline(never)
  private mutating func keepForLater(_ record: PacketRecord, _ frame: UnsafeRawBufferPointer) {
    unsafe overflow.bytes.append(contentsOf: frame)
    overflow.records.append(record)
    unsafe pcap_breakloop(stopping)
  }
}
