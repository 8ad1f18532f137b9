import Anonymization
import CaptureFormats
import Foundation
import PacketDecoding
import TestSupport
import Testing

/// Packets as evidence shows them.
@Suite struct PacketsTests {
  private let anonymizer = Anonymizer(AnonymizerTests.key(5))

  private static let samples = [
    "arp.pcap", "cooked.pcap", "dhcp.pcap", "dns.pcap", "everything.pcapng", "fragments.pcap",
    "ipv6.pcapng", "ping.pcapng", "portscan.pcap", "vlan.pcap",
  ]

  private func each(
    of sample: String, _ body: (PacketRecord, [UInt8], [UInt8]) throws -> Void
  ) throws {
    let file = try CaptureFile(path: Project.sample(sample).path)
    let block = PacketBlock()
    while try file.next(into: block) {
      for record in block.records {
        let (image, bytes) = anonymizer.packet(record, in: block.bytes)
        #expect(
          image.capturedLength == bytes.count && image.originalLength == record.originalLength)
        try body(record, Array(block.bytes[record.frame]), bytes)
      }
    }
  }

  @Test(arguments: samples)
  func leavesChecksumsAsRightAsTheyWere(_ sample: String) throws {
    try each(of: sample) { record, original, image in
      // With the payload that was cut off, what was right must be right again.
      let whole = image + original.dropFirst(image.count)
      #expect(whole.count == original.count)
      #expect(Self.verdict(whole, record) == Self.verdict(original, record))
    }
  }

  private static func verdict(_ frame: [UInt8], _ record: PacketRecord) -> ChecksumVerdict? {
    guard frame.count == Int(record.originalLength) else { return nil }
    var packet = DecodedPacket()
    packet.decode(
      frame.rawSpan, wireLength: frame.count, linkType: record.linkType.rawValue)
    return packet.quoted.count == 0 ? ChecksumVerdict(packet, frame.rawSpan) : nil
  }

  @Test(arguments: samples)
  func showsImagesOfEveryAddress(_ sample: String) throws {
    var seen = 0
    try each(of: sample) { record, original, image in
      let (before, after) = (Self.decoded(original, record), Self.decoded(image, record))
      if before.ipVersion != 0, before.path == after.path {
        #expect(after.source == anonymizer.address(before.source))
        #expect(after.destination == anonymizer.address(before.destination))
        seen += 1
      }
      if before.hasMAC { #expect(after.sourceMAC == anonymizer.mac(before.sourceMAC)) }
      if let arp = before.arp {
        #expect(after.arp?.senderMAC == anonymizer.mac(arp.senderMAC))
        seen += 1
      }
    }
    #expect(seen > 0)
  }

  private static func decoded(_ frame: [UInt8], _ record: PacketRecord) -> DecodedPacket {
    var packet = DecodedPacket()
    packet.decode(
      frame.rawSpan, wireLength: Int(record.originalLength), linkType: record.linkType.rawValue)
    return packet
  }

  @Test func leavesPayloadOut() throws {
    try each(of: "dns.pcap") { record, original, image in
      let packet = Self.decoded(original, record)
      guard packet.transport == .udp else { return }
      #expect(image.count == packet.payload.lowerBound)
    }
  }

  @Test func leavesOutWhatErrorsQuote() throws {
    var errors = 0
    try each(of: "ping.pcapng") { record, original, image in
      guard Self.decoded(original, record).quoted.count > 0 else { return }
      errors += 1
      #expect(image.count == 14 + (original[12] == 8 ? 20 : 40) + 8)
    }
    #expect(errors > 0)
  }

  @Test func leavesPaddingOut() throws {
    try each(of: "arp.pcap") { _, original, image in
      guard original[12] == 8, original[13] == 6 else { return }
      #expect(image.count == 42)
    }
  }

  @Test func showsNothingOfLinksThatItDoesNotKnow() {
    let frame = [UInt8](repeating: 7, count: 60)
    let record = PacketRecord(
      time: Timestamp(nanoseconds: 0), offset: 0, capturedLength: 60, originalLength: 60,
      linkType: .ieee80211)
    #expect(anonymizer.packet(record, in: frame).bytes.isEmpty)
  }

  @Test func survivesAnyBytes() throws {
    var random = SeededGenerator(state: 17)
    var frames: [[UInt8]] = []
    for sample in ["everything.pcapng", "ipv6.pcapng", "ping.pcapng"] {
      try each(of: sample) { _, original, _ in if frames.count < 700 { frames.append(original) } }
    }
    let links: [LinkType] = [.ethernet, .ethernet, .ethernet, .raw, .linuxSLL, .linuxSLL2, .null]
    for round in 0..<3_000 {
      let frame = random.mutate(frames[round % frames.count])
      let record = PacketRecord(
        time: Timestamp(nanoseconds: 0), offset: 0, capturedLength: frame.count,
        originalLength: UInt32(frame.count), linkType: links[round % links.count])
      #expect(anonymizer.packet(record, in: frame).bytes.count <= frame.count)
    }
  }
}
