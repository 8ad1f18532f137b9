import CaptureFormats
import Foundation
import LiveCapture
import Testing

@Suite(.enabled(if: NetworkNamespace.isAvailable, "needs root and ip"))
struct InterfaceSourceTests {
  static func onPair(
    _ settings: CaptureSettings = CaptureSettings(interfaces: ["pp1"]),
    _ body: (InterfaceSource, FrameSender) throws -> Void
  ) throws {
    try NetworkNamespace.enter {
      try NetworkNamespace.makePair("pp0", "pp1")
      try body(try InterfaceSource(settings), try FrameSender("pp0"))
    }
  }

  @Test func deliversEveryFrameAsItWasSent() throws {
    try Self.onPair { source, sender in
      try sender.send(0..<2000) { 60 + $0 % 1455 }
      let capture = try Capture.of(source, until: 2000)
      #expect(
        capture.packets.map(\.bytes)
          == (0..<2000).map { FrameSender.frame($0, length: 60 + $0 % 1455) })
      #expect(capture.packets.map(\.record.number) == Array(1...2000))
      let times = capture.packets.map(\.record.time)
      #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
      let now = Timestamp(nanoseconds: Int64(Date.now.timeIntervalSince1970 * 1e9))
      #expect(abs(now.nanoseconds(since: try #require(times.last))) < 5_000_000_000)
      #expect(capture.packets.allSatisfy { $0.record.linkType == .ethernet })
      #expect(capture.packets.allSatisfy { Int($0.record.originalLength) == $0.bytes.count })
    }
  }

  /// The packet that finds no room is the one that could be lost, or come twice.
  @Test(arguments: [100, 1514, 4096, 10_000])
  func losesNothingWhenBlocksAreSmall(capacity: Int) throws {
    try Self.onPair { source, sender in
      try sender.send(0..<500) { 60 + ($0 * 37) % 1455 }
      let capture = try Capture.of(source, until: 500, capacity: capacity)
      #expect(
        capture.packets.map(\.bytes)
          == (0..<500).map { FrameSender.frame($0, length: 60 + ($0 * 37) % 1455) })
      #expect(capture.packets.map(\.record.number) == Array(1...500))
      #expect(source.files[0].packets == 500)
    }
  }

  @Test func cutsPacketsAtTheSnapLength() throws {
    var settings = CaptureSettings(interfaces: ["pp1"])
    settings.snapLength = 96
    try Self.onPair(settings) { source, sender in
      try sender.send(0..<3) { _ in 1000 }
      let capture = try Capture.of(source, until: 3)
      #expect(capture.packets.map(\.record.capturedLength) == [96, 96, 96])
      #expect(capture.packets.map(\.record.originalLength) == [1000, 1000, 1000])
      #expect(source.files[0].snapLength == 96)
    }
  }

  @Test func filtersInTheKernel() throws {
    let settings = CaptureSettings(interfaces: ["pp1"], filter: "ether proto 0x88b6")
    try Self.onPair(settings) { source, sender in
      for number in 0..<100 {
        try sender.send(FrameSender.frame(number, etherType: number % 4 == 0 ? 0x88B6 : 0x88B5))
      }
      var capture = Capture()
      try capture.read(source, for: .milliseconds(400))
      #expect(capture.numbers == Array(stride(from: 0, to: 100, by: 4)))
      #expect(source.interfaces[0].received == 25)
      #expect(source.filteredOut == 0)
    }
  }

  @Test func takesSeveralInterfacesAtOnce() throws {
    try NetworkNamespace.enter {
      try NetworkNamespace.makePair("pp0", "pp1")
      try NetworkNamespace.makePair("pp2", "pp3")
      let source = try InterfaceSource(CaptureSettings(interfaces: ["pp1", "pp3", "pp1"]))
      try FrameSender("pp0").send(0..<6000)
      try FrameSender("pp2").send(6000..<6010)
      let capture = try Capture.of(source, until: 6010)
      let first = capture.packets.filter { $0.record.interface == 0 }
      let second = capture.packets.filter { $0.record.interface == 1 }
      #expect(first.map(\.number) == Array(0..<6000))
      #expect(second.map(\.number) == Array(6000..<6010))
      #expect(capture.packets.map(\.record.number) == Array(1...6010))
      let summary = source.files[0]
      #expect(summary.name == "pp1, pp3" && summary.format == "live")
      #expect(summary.packets == 6010 && summary.linkTypes == ["EN10MB"])
      #expect(summary.timePrecision == "ns")
      #expect(summary.interfaces.map(\.name) == ["pp1", "pp3"])
      #expect(summary.interfaces.map(\.received) == [6000, 10])
      #expect(summary.interfaces.map(\.dropped) == [0, 0])
    }
  }

  @Test func takesEveryInterfaceOfTheMachine() throws {
    try Self.onPair(CaptureSettings(interfaces: ["any"])) { source, sender in
      try sender.send(0..<20)
      // Out of one and into the other.
      let capture = try Capture.of(source, until: 40)
      #expect(capture.packets.count == 40)
      #expect(capture.packets.allSatisfy { $0.record.linkType == .linuxSLL2 })
      #expect(
        capture.packets.allSatisfy { $0.bytes.count == 66 && $0.bytes[0...1] == [0x88, 0xB5] })
      #expect(source.interfaces.map(\.linkType) == ["LINUX_SLL2"])
    }
  }

  /// A firewall's log has another kind of socket, which refuses to be read before there is something.
  @Test func waitsForWhatIsNoInterface() throws {
    guard let source = try? InterfaceSource(CaptureSettings(interfaces: ["nflog"])) else { return }
    var capture = Capture()
    try capture.read(source, for: .milliseconds(200))
    #expect(capture.packets.isEmpty && capture.events.isEmpty)
    #expect(source.interfaces.map(\.state) == [.up])
  }

  @Test func waitsNoLongerThanItIsTold() throws {
    try Self.onPair { source, _ in
      let block = PacketBlock()
      let time = try ContinuousClock().measure {
        guard case .nothing = try source.next(into: block, waiting: 300) else {
          Issue.record("packets from nowhere")
          return
        }
      }
      #expect(time > .milliseconds(290) && time < .milliseconds(900))
      #expect(block.records.isEmpty)
    }
  }

  @Test func wakesFromAnotherThread() throws {
    try Self.onPair { source, _ in
      let signal = source.wakeSignal
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 0.2)
        signal.send()
      }
      let time = try ContinuousClock().measure {
        _ = try source.next(into: PacketBlock(), waiting: 5000)
      }
      #expect(time > .milliseconds(150) && time < .milliseconds(1500))
      // Given before the wait, it ends it as well; and it ends one only.
      source.wake()
      source.wake()
      let early = try ContinuousClock().measure {
        _ = try source.next(into: PacketBlock(), waiting: 5000)
      }
      #expect(early < .milliseconds(500))
      let full = try ContinuousClock().measure {
        _ = try source.next(into: PacketBlock(), waiting: 200)
      }
      #expect(full > .milliseconds(190))
    }
  }

  @Test func countsWhatTheKernelDrops() throws {
    var settings = CaptureSettings(interfaces: ["pp1"])
    settings.bufferBytes = 1 << 20
    try Self.onPair(settings) { source, sender in
      try sender.send(0..<3000) { _ in 1500 }
      let before = source.interfaces[0]
      #expect(before.received == 3000 && before.dropped > 1000)
      let kept = 3000 - Int(before.dropped)
      let capture = try Capture.of(source, until: kept)
      #expect(capture.numbers == Array(0..<kept))
      // Room again.
      try sender.send(3000..<3010)
      #expect(try Capture.of(source, until: 10).numbers == Array(3000..<3010))
      let after = source.files[0].interfaces[0]
      #expect(after.received == 3010 && after.dropped == before.dropped)
    }
  }
}
