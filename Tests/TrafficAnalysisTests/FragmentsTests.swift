import PacketDecoding
import TestSupport
import Testing
import TrafficAnalysis
import TrafficSupport

/// Fragments of datagrams, in and out of order, complete and not.
struct FragmentsTests {
  /// A datagram of 48 bytes from port 40000 to port 9999, in parts of 16.
  static let datagram: [UInt8] = {
    var bytes: [UInt8] = []
    bytes.appendNetwork(40_000 as UInt16)
    bytes.appendNetwork(9_999 as UInt16)
    bytes.appendNetwork(48 as UInt16)
    return bytes + [UInt8](repeating: 0, count: 42)
  }()

  static func part(_ number: Int, identification: UInt16 = 1) -> [UInt8] {
    Traffic.ipv4(
      17, from: 1, to: 2, Array(datagram[number * 16..<number * 16 + 16]),
      identification: identification, fragment: UInt16(number * 2) | (number < 2 ? 0x2000 : 0))
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0], [0, 2, 1], [2, 0, 1]])
  func countsADatagramOnceWhateverTheOrder(order: [Int]) throws {
    let snapshot = Traffic.snapshot { traffic in
      for number in order { traffic.add(Self.part(number)) }
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(snapshot.conversations.total == 1)
    #expect(row.clientPort == 40_000 && row.serverPort == 9_999)
    #expect(row.packetsToServer == 1)
    #expect(row.fragmentsToServer == 2)
    #expect(row.bytesToServer == 108)
    #expect(snapshot.capture.packets == 3)
    let udp = snapshot.protocols.first { $0.path == "raw/ip/udp" }
    #expect(udp?.packets == 1)
    #expect(snapshot.protocols.first { $0.path == "raw/ip" }?.packets == 3)
  }

  @Test func keepsFragmentsWithoutTheirFirstApart() throws {
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(Self.part(1))
      traffic.add(Self.part(2))
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(snapshot.conversations.total == 1)
    #expect(row.transport == "UDP fragment")
    #expect(row.serverPort == nil)
    #expect(row.packetsToServer == 0 && row.fragmentsToServer == 2 && row.bytesToServer == 72)
  }

  @Test func givesADatagramUpAfterThirtySeconds() throws {
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(Self.part(1))
      traffic.wait(milliseconds: 31_000)
      traffic.add(Self.part(0))
      traffic.add(Self.part(2))
    }
    #expect(snapshot.conversations.total == 2)
    #expect(snapshot.conversations.rows.map(\.transport).sorted() == ["UDP", "UDP fragment"])
    #expect(snapshot.conversations.rows.map(\.packets).reduce(0, +) == 0)
  }

  @Test func takesAFragmentThatIsSentTwice() throws {
    let snapshot = Traffic.snapshot { traffic in
      for number in [0, 0, 1, 1, 2] { traffic.add(Self.part(number)) }
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.packets == 1)
    #expect(row.bytes == 180)
  }

  @Test func followsManyDatagramsAtOnce() {
    let snapshot = Traffic.snapshot { traffic in
      for number in [2, 0, 1] {
        for identification in 0..<20_000 as Range<UInt16> {
          traffic.add(Self.part(number, identification: identification))
        }
        traffic.clock = 1_700_000_000_000_000_000
      }
    }
    #expect(snapshot.capture.packets == 60_000)
    let bytes = snapshot.conversations.rows.map(\.bytes).reduce(0, +)
    #expect(bytes == 60_000 * 36)
  }

  @Test func survivesAnyPartsInAnyOrder() {
    var random = SeededGenerator(state: 2)
    let snapshot = Traffic.snapshot { traffic in
      for _ in 0..<20_000 {
        traffic.add(
          Traffic.ipv4(
            17, from: 1, to: 2, .pattern(random.next(below: 40)),
            identification: UInt16(random.next(below: 5)),
            fragment: UInt16(truncatingIfNeeded: random.next()) & 0x3FFF))
      }
    }
    #expect(snapshot.capture.packets == 20_000)
    #expect(snapshot.capture.accounting.isBalanced)
  }

  // MARK: Bytes of whole datagrams

  /// A DNS answer with the addresses of `count` hosts, cut into parts of `size` bytes.
  static func answer(_ count: Int, size: Int, identification: UInt16 = 7) -> [[UInt8]] {
    var message: [UInt8] = [0, 1, 0x84, 0, 0, 1]
    message.appendNetwork(UInt16(count))
    message += [0, 0, 0, 0]
    message += [1] + Array("a".utf8) + [7] + Array("example".utf8) + [0, 0, 1, 0, 1]
    for host in 0..<count {
      message += [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 10, 0, 1, UInt8(host)]
    }
    var datagram: [UInt8] = []
    datagram.appendNetwork(53 as UInt16)
    datagram.appendNetwork(40_000 as UInt16)
    datagram.appendNetwork(UInt16(8 + message.count))
    datagram += [0, 0] + message
    return stride(from: 0, to: datagram.count, by: size).map { start in
      let end = min(start + size, datagram.count)
      return Traffic.ipv4(
        17, from: 2, to: 1, Array(datagram[start..<end]), identification: identification,
        fragment: UInt16(start / 8) | (end < datagram.count ? 0x2000 : 0))
    }
  }

  /// The name that the last answer gives to its host.
  static func lastName(_ count: Int, _ build: (inout Traffic) -> Void) -> String? {
    let snapshot = Traffic.snapshot { traffic in
      traffic.udp(from: (1, 5000), to: (256 + UInt32(count) - 1, 6000))
      build(&traffic)
    }
    let address = Traffic.address(256 + UInt32(count) - 1)
    return snapshot.hosts.rows.first { $0.address == address }?.names.first?.name
  }

  @Test(arguments: [8, 24, 512, 1480])
  func readsAllAnswersOfAFragmentedMessage(size: Int) {
    let parts = Self.answer(100, size: size)
    #expect(Self.lastName(100) { for part in parts { $0.add(part) } } == "a.example")
    #expect(Self.lastName(100) { for part in parts.reversed() { $0.add(part) } } == "a.example")
    let snapshot = Traffic.snapshot { for part in parts { $0.add(part) } }
    #expect(snapshot.dns.responses == 1)
    #expect(snapshot.fragments.packets == UInt64(parts.count))
    #expect(snapshot.fragments.datagrams == 1 && snapshot.fragments.overlaps == 0)
  }

  @Test func readsNothingOfAMessageWithAGap() {
    var parts = Self.answer(100, size: 512)
    parts.remove(at: 1)
    let snapshot = Traffic.snapshot { for part in parts { $0.add(part) } }
    #expect(snapshot.dns.responses == 0)
    #expect(snapshot.fragments.incomplete == 1 && snapshot.fragments.datagrams == 0)
    #expect(snapshot.conversations.rows.map(\.transport) == ["UDP"])
  }

  @Test func countsPartsThatComeTwice() {
    let parts = Self.answer(100, size: 512)
    let snapshot = Traffic.snapshot {
      for part in [parts[0], parts[0]] + parts[1...] { $0.add(part) }
    }
    #expect(snapshot.dns.responses == 1)
    #expect(snapshot.fragments.overlaps == 1 && snapshot.fragments.conflicts == 0)
  }

  /// A part sent later with other bytes changes nothing.
  @Test func keepsWhatCameFirst() {
    let parts = Self.answer(100, size: 512)
    var forged = parts[1]
    for index in 20..<forged.count { forged[index] ^= 0xFF }
    #expect(
      Self.lastName(100) {
        for part in [parts[0], parts[1], forged] + parts[2...] { $0.add(part) }
      }
        == "a.example")
    let snapshot = Traffic.snapshot {
      for part in [parts[0], parts[1], forged] + parts[2...] { $0.add(part) }
    }
    #expect(snapshot.fragments.overlaps == 1 && snapshot.fragments.conflicts == 1)
    let other = Traffic.snapshot {
      for part in [parts[0], forged, parts[1]] + parts[2...] { $0.add(part) }
    }
    #expect(other.fragments.conflicts == 1)
  }

  /// Parts of 512 bytes, and across each border another one.
  @Test func joinsPartsThatOverlap() {
    let whole = Self.answer(100, size: 2000)[0]
    let payload = Array(whole[20...])
    let ranges = [400..<1000, 0..<504, 904..<1400, 1304..<payload.count]
    let snapshot = Traffic.snapshot { traffic in
      for range in ranges {
        traffic.add(
          Traffic.ipv4(
            17, from: 2, to: 1, Array(payload[range]), identification: 9,
            fragment: UInt16(range.lowerBound / 8) | (range.upperBound < payload.count ? 0x2000 : 0)
          ))
      }
    }
    #expect(snapshot.dns.responses == 1)
    #expect(snapshot.fragments.overlaps == 3 && snapshot.fragments.conflicts == 0)
  }

  /// The first end counts; what lies behind it is not of the datagram.
  @Test func leavesOutWhatIsBehindTheEnd() {
    let parts = Self.answer(10, size: 104)
    let behind = Traffic.ipv4(
      17, from: 2, to: 1, .pattern(64), identification: 7, fragment: 200 | 0x2000)
    let snapshot = Traffic.snapshot { for part in [parts[1], behind, parts[0]] { $0.add(part) } }
    #expect(snapshot.dns.responses == 1)
  }

  @Test func holdsNoMoreBytesThanItMay() {
    var options = AnalysisOptions()
    options.maxFragmentBytes = 4000
    var traffic = Traffic()
    for number in 0..<10 as Range<UInt16> {
      traffic.add(Self.answer(100, size: 1480, identification: number)[0])
    }
    for number in 0..<10 as Range<UInt16> {
      traffic.add(Self.answer(100, size: 1480, identification: number)[1])
    }
    let snapshot = traffic.snapshot(options: options)
    #expect((1...2).contains(snapshot.dns.responses))
    #expect(snapshot.fragments.datagrams == 10)
    #expect(snapshot.capture.accounting.isBalanced)
  }

  @Test func givesUpTheOldestOfTooManyDatagrams() {
    var options = AnalysisOptions()
    options.maxFragments = 16
    var traffic = Traffic()
    for number in 0..<40 as Range<UInt16> { traffic.add(Self.part(0, identification: number)) }
    let snapshot = traffic.snapshot(options: options)
    #expect(snapshot.fragments.incomplete == 40)
    #expect(snapshot.limits.first { $0.table == "fragmented datagrams" }?.beyond == 23)
    #expect(snapshot.conversations.rows.first?.fragmentsToServer == 40)
  }

  /// RFC 6946: a fragment header on a whole datagram.
  @Test func takesAnAtomicFragmentAsWhole() throws {
    let header: [UInt8] = [17, 0, 0, 0, 0, 0, 0, 1]
    let snapshot = Traffic.snapshot { traffic in
      traffic.add(Self.ipv6(44, header + Self.datagram))
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.serverPort == 9_999 && row.packets == 1)
    #expect(snapshot.fragments.packets == 0)
  }

  @Test func joinsFragmentsOfIPv6() throws {
    let snapshot = Traffic.snapshot { traffic in
      for number in [2, 0, 1] {
        let offset = UInt16(number * 16) | (number < 2 ? 1 : 0)
        var header: [UInt8] = [17, 0]
        header.appendNetwork(offset)
        header += [0, 0, 0, 9]
        let part = Self.datagram[number * 16..<number * 16 + 16]
        traffic.add(Self.ipv6(44, header + part))
      }
    }
    let row = try #require(snapshot.conversations.rows.first)
    #expect(row.serverPort == 9_999 && row.packets == 1 && row.fragmentsToServer == 2)
    #expect(snapshot.protocols.contains { $0.path == "raw/ipv6/ipv6.fraghdr/udp" })
  }

  static func ipv6(_ next: UInt8, _ payload: [UInt8]) -> [UInt8] {
    var packet: [UInt8] = [0x60, 0, 0, 0]
    packet.appendNetwork(UInt16(payload.count))
    return packet + [next, 64] + .pattern(32) + payload
  }

  /// An IP tunnel whose packets are cut: the ends of what is inside name the conversation, and the
  /// number of workers changes nothing.
  @Test func followsFragmentsOfTunnels() throws {
    var traffic = Traffic()
    for (number, inner) in Self.answer(100, size: 1480).enumerated() {
      let parts = [inner.prefix(800), inner.dropFirst(800)].filter { !$0.isEmpty }
      for (index, part) in parts.enumerated() {
        traffic.add(
          Traffic.ipv4(
            4, from: 77, to: 88, Array(part), identification: UInt16(number + 40),
            fragment: UInt16(index * 100) | (index == 0 && parts.count > 1 ? 0x2000 : 0)))
      }
    }
    let one = traffic.snapshot()
    let row = try #require(one.conversations.rows.first)
    #expect(one.conversations.total == 1)
    #expect(row.client == Traffic.address(1) && row.serverPort == 53)
    #expect(one.dns.responses == 1)
    #expect(one.protocols.contains { $0.path == "raw/ip/ip/udp/dns" })
    for workers in 2...5 {
      #expect(traffic.snapshot(workers: workers).difference(from: one) == nil)
    }
  }

  /// Datagrams inside datagrams, each cut in two: joined so deep and no deeper.
  @Test(arguments: [1, 3, 4, 5, 60])
  func joinsDatagramsInDatagrams(depth: Int) {
    var packets = [Self.answer(4, size: 2000)[0]]
    for level in 0..<depth {
      packets = packets.enumerated().flatMap { number, packet -> [[UInt8]] in
        guard number == 0 else { return [packet] }
        let cut = packet.count / 16 * 8
        return [(packet[cut...], cut), (packet[..<cut], 0)].map { part, start in
          Traffic.ipv4(
            4, from: 5, to: 6, Array(part), identification: UInt16(level),
            fragment: UInt16(start / 8) | (start == 0 ? 0x2000 : 0))
        }
      }
    }
    let snapshot = Traffic.snapshot { for packet in packets { $0.add(packet) } }
    #expect(snapshot.capture.accounting.isBalanced)
    #expect(snapshot.capture.packets == UInt64(packets.count))
  }

  @Test func agreesOnRandomFragmentsWhateverTheWorkers() {
    var random = SeededGenerator(state: 9)
    var traffic = Traffic()
    for _ in 0..<3000 {
      let inner = Traffic.ipv4(
        17, from: UInt32(random.next(below: 9)), to: UInt32(random.next(below: 9)), .pattern(40))
      let cut = 8 * random.next(below: 4)
      let end = min(inner.count, cut + 8 * (1 + random.next(below: 8)))
      traffic.add(
        Traffic.ipv4(
          4, from: UInt32(random.next(below: 3)), to: UInt32(random.next(below: 3)),
          Array(inner[cut..<end]), identification: UInt16(random.next(below: 4)),
          fragment: UInt16(cut / 8) | (end < inner.count ? 0x2000 : 0)))
    }
    let one = traffic.snapshot()
    for workers in [2, 3, 5] {
      #expect(traffic.snapshot(workers: workers).difference(from: one) == nil)
    }
  }
}
