import PacketDecoding
import TestSupport
import Testing

/// What must hold for every layer alike.
struct EveryLayerTests {
  @Test(arguments: FrameCatalog.all)
  func decodesToTheDeepestLayer(frame: FrameCatalog.Frame) {
    let packet = DecodedPacket(frame.bytes, linkType: frame.linkType)
    #expect(packet.path.description == frame.path)
    #expect(packet.quoted.description == frame.quoted)
    #expect(packet.stop == nil)
    #expect(packet.unknown == .none)
    #expect(packet.payload.upperBound == frame.bytes.array.count)
  }

  @Test(arguments: FrameCatalog.all)
  func keepsWhatWasDecodedBeforeTheEndOfTheCapture(frame: FrameCatalog.Frame) {
    let count = frame.bytes.array.count
    let packet = DecodedPacket(frame.bytes, linkType: frame.linkType)
    let whole = packet.path.layers
    var depth = 0
    for length in 0..<count {
      let cut = DecodedPacket(
        frame.bytes.prefix(length), linkType: frame.linkType, wireLength: count)
      #expect(whole.starts(with: cut.path.layers), "\(length) bytes: \(cut.path)")
      #expect(cut.path.count >= depth, "\(length) bytes: \(cut.path)")
      #expect(packet.quoted.layers.starts(with: cut.quoted.layers), "\(length) bytes")
      #expect(cut.payload.upperBound <= length)
      if case .truncated(let needed, let available, let offset) = cut.stop {
        #expect(needed > available)
        #expect(offset + available == length)
      } else {
        #expect(cut.stop == nil)
      }
      depth = cut.path.count
    }
  }

  @Test(arguments: FrameCatalog.all)
  func forgetsThePacketBefore(frame: FrameCatalog.Frame) {
    var packet = DecodedPacket(frame.bytes, linkType: frame.linkType)
    let nothing: [UInt8] = []
    packet.decode(nothing.span.bytes, wireLength: 0, linkType: 147)
    #expect(packet.path.count == 0 && packet.quoted.count == 0)
    #expect(packet.endpoints == "0.0.0.0:0 > 0.0.0.0:0")
    #expect(!packet.hasMAC && packet.vlan == nil && packet.fragment == nil && packet.arp == nil)
    #expect(packet.unknown == UnknownProtocol(.linkType, 147))
  }

  @Test func endsAFullPathInTheDeepestLayer() {
    var frame = Frames.inner
    for _ in 0..<40 { frame = Frames.ipv4(4, frame) }
    let packet = DecodedPacket(frame, linkType: 228)
    #expect(packet.path.count == ProtocolPath.capacity)
    #expect(packet.path.last == .tcp)
    #expect(packet.stop == nil)
    #expect(packet.source.description == "192.0.2.10")
  }

  @Test func stopsWhereThereAreTooManyLayers() {
    var frame = Frames.inner
    for _ in 0..<1100 { frame = Frames.ipv4(4, frame) }
    let packet = DecodedPacket(frame, linkType: 228)
    #expect(packet.path.count == ProtocolPath.capacity)
    #expect(packet.stop == .invalid(.layerCount, value: 1025, at: 1024 * 20))
  }

  @Test func stopsWhereThereAreTooManyTags() {
    let tags = (0..<40).map { _ in Bytes("0001 8100") }.reduce("" as Bytes, +)
    let packet = DecodedPacket(ethernet: 0x8100, tags)
    #expect(packet.path.count == ProtocolPath.capacity)
    #expect(packet.vlan == 1)
  }
}
