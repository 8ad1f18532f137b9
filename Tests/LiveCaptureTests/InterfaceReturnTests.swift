import CaptureFormats
import Foundation
import LiveCapture
import Testing

/// Interfaces that go and come back while they are captured on.
@Suite(.enabled(if: NetworkNamespace.isAvailable, "needs root and ip"))
struct InterfaceReturnTests {
  static func state(of source: InterfaceSource, _ index: Int = 0) -> InterfaceStatus.State {
    source.interfaces[index].state
  }

  @Test func goesOnWhenAnInterfaceIsUpAgain() throws {
    try InterfaceSourceTests.onPair { source, sender in
      var capture = Capture()
      try sender.send(0..<5)
      try NetworkNamespace.ip("link set pp1 down")
      try capture.read(source) { !$0.events.isEmpty && $0.packets.count == 5 }
      #expect(capture.events == ["pp1 went down; waiting for it"])
      #expect(Self.state(of: source) == .down)
      try capture.read(source, for: .milliseconds(700))
      try NetworkNamespace.ip("link set pp1 up")
      try capture.read(source) { $0.events.count > 1 }
      #expect(capture.events == ["pp1 went down; waiting for it", "pp1 is back"])
      #expect(Self.state(of: source) == .up)
      try sender.send(5..<10)
      try capture.read(source, until: 10)
      #expect(capture.numbers == Array(0..<10))
    }
  }

  /// As the process is after its start: without the right to open another socket.
  @Test func takesUpAnInterfaceThatWasMadeAnewWithoutAnyPrivilege() throws {
    try NetworkNamespace.enter {
      try NetworkNamespace.makePair("pp0", "pp1")
      try NetworkNamespace.makePair("pp2", "pp3")
      let script = Script()
      let (capture, states) = try UnprivilegedThread.run {
        let settings = CaptureSettings(interfaces: ["pp1", "pp3"], filter: "ether proto 0x88b5")
        return try InterfaceSource(settings)
      } body: { source in
        var capture = Capture()
        var states: [InterfaceStatus.State] = []
        script.next()
        try capture.read(source) { !$0.events.isEmpty && $0.packets.count >= 10 }
        states.append(Self.state(of: source))
        script.next()
        try capture.read(source) { $0.events.count > 1 }
        states.append(Self.state(of: source))
        script.next()
        try capture.read(source, until: 16)
        return (capture, states)
      } meanwhile: {
        script.wait()
        try FrameSender("pp0").send(0..<5)
        try NetworkNamespace.ip("link del pp0")
        // The other interface goes on.
        try FrameSender("pp2").send(5..<10)
        script.wait()
        try NetworkNamespace.makePair("pp4", "pp5")
        try NetworkNamespace.makePair("pp0", "pp1")
        script.wait()
        let sender = try FrameSender("pp0")
        try sender.send(FrameSender.frame(99, etherType: 0x88B6))
        try sender.send(10..<16)
      }
      #expect(Set(capture.numbers) == Set(0..<16) && capture.packets.count == 16)
      #expect(capture.events.count == 2 && capture.events[1] == "pp1 is back")
      #expect(
        capture.events[0].hasPrefix("pp1 ") && capture.events[0].hasSuffix("; waiting for it"))
      #expect(states == [.gone, .up])
    }
  }

  @Test func noticesAnInterfaceThatWasReplacedBetweenTwoLooks() throws {
    try InterfaceSourceTests.onPair { source, sender in
      var capture = Capture()
      try sender.send(0..<3)
      try NetworkNamespace.ip("link del pp0")
      try NetworkNamespace.makePair("pp0", "pp1")
      try capture.read(source) { !$0.events.isEmpty && $0.packets.count == 3 }
      #expect(capture.events == ["pp1 was gone for a moment and is back"])
      try FrameSender("pp0").send(3..<6)
      try capture.read(source, until: 6)
      #expect(capture.numbers == Array(0..<6))
    }
  }

  @Test(.enabled(if: TunDevice.isAvailable))
  func decodesByTheNewLinkType() throws {
    try InterfaceSourceTests.onPair(CaptureSettings(interfaces: ["pp1"], filter: "not udp")) {
      source, sender in
      var capture = Capture()
      try sender.send(0..<2)
      try NetworkNamespace.ip("link del pp0")
      try capture.read(source) { !$0.events.isEmpty && $0.packets.count == 2 }
      let device = try TunDevice("pp1")
      try capture.read(source) { $0.events.count > 1 }
      #expect(capture.events.last == "pp1 is back with link type RAW, not EN10MB")
      let udp: [UInt8] =
        [0x45, 0, 0, 28, 0, 0, 0, 0, 64, 17, 0, 0] + [127, 0, 0, 1, 127, 0, 0, 1]
        + [0, 1, 0, 2, 0, 8, 0, 0]
      var icmp = udp
      icmp[9] = 1
      device.receive(udp)
      device.receive(icmp)
      try capture.read(source, until: 3)
      #expect(capture.packets.map(\.record.linkType) == [.ethernet, .ethernet, .raw])
      #expect(capture.packets.last?.bytes == icmp)
      #expect(source.files[0].linkTypes == ["EN10MB", "RAW"])
      #expect(source.interfaces[0].linkType == "RAW")
    }
  }
}

/// Steps of two threads, taken in turn.
private final class Script: Sendable {
  private let step = DispatchSemaphore(value: 0)

  func next() { step.signal() }
  func wait() { _ = step.wait(timeout: .now() + 5) }
}
