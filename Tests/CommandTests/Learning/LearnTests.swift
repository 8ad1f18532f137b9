import CaptureFormats
import Foundation
import TestSupport
import Testing
import TrafficSupport

/// Expectations from three good runs of a device, held against a fourth and against spoiled ones.
@Suite struct LearnTests {
  private let scratch: Scratch
  private var expectations: URL { scratch.file("expect.yml") }

  init() throws {
    let scratch = try Scratch()
    self.scratch = scratch
    let good = try (1...3 as ClosedRange<UInt64>).map { seed in
      try Self.write(DeviceRun.traffic(seed: seed), to: scratch.file("good-\(seed).pcap")).path
    }
    let outcome = try PacketpressBinary.run(["learn"] + good + ["-o", expectations.path])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
  }

  private static func write(_ traffic: Traffic, to file: URL) throws -> URL {
    try Data(traffic.pcap).write(to: file)
    return file
  }

  private func analyze(_ traffic: Traffic) throws -> PacketpressBinary.Outcome {
    let capture = try Self.write(traffic, to: scratch.file("run.pcap"))
    return try PacketpressBinary.run([
      "analyze", capture.path, "--expect", expectations.path, "--stdout", "text", "-q",
    ])
  }

  /// A dozen of them: what is learnt must not cry wolf.
  @Test(arguments: 4...15 as ClosedRange<UInt64>)
  func aGoodRunPasses(seed: UInt64) throws {
    let outcome = try analyze(DeviceRun.traffic(seed: seed))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }

  @Test(arguments: [
    (DeviceRun.Fault.unknownPeer, ["Only known servers"]),
    (.unknownName, ["Only known server names"]),
    (.olderTLS, ["Only known TLS versions"]),
    (.clearText, ["Only known ports", "Only known protocols", "Only known applications"]),
    (.losses, ["Little is sent again"]),
    (.volume, ["About as much traffic as before"]),
  ])
  func aSpoiledRunFailsForWhatWasSpoiled(fault: DeviceRun.Fault, names: [String]) throws {
    let outcome = try analyze(DeviceRun.traffic(seed: 4, fault: fault))
    #expect(outcome.status == 1)
    for name in names {
      #expect(outcome.errors.contains(name), "\(outcome.errors)")
    }
    #expect(outcome.messages.count == names.count, "\(outcome.errors)")
  }

  /// A stranger is named, with the first packet to it.
  @Test func whatIsNotExpectedIsNamedWithItsPacket() throws {
    let outcome = try analyze(DeviceRun.traffic(seed: 4, fault: .unknownPeer))
    #expect(outcome.errors.contains("10.1.0.153"), "\(outcome.errors)")
    #expect(outcome.errors.contains(/first packet [0-9]+/), "\(outcome.errors)")
  }

  @Test func aCaptureOfOneSideIsInconclusive() throws {
    var oneSided = Traffic()
    for packet in DeviceRun.traffic(seed: 4).packets {
      // The source address of what the device sends ends with 10.
      guard packet.bytes[15] == 10 else { continue }
      oneSided.clock = packet.time.nanoseconds
      oneSided.add(packet.bytes)
    }
    let outcome = try analyze(oneSided)
    #expect(outcome.status == 3, "\(outcome.errors)")
  }

  /// It is there to be read: every expectation stands below a line that says what it is from.
  @Test func everyExpectationIsCommented() throws {
    let lines = try String(contentsOf: expectations, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "# Expectations learnt from 3 captures by 'packetpress learn'.")
    let entries = lines.indices.filter { lines[$0].hasPrefix("  - name:") }
    #expect(entries.count >= 12)
    for entry in entries { #expect(lines[entry - 1].hasPrefix("  # "), "\(lines[entry])") }
  }

  @Test func aCaptureThatCannotBeReadWholeIsNoGoodOne() throws {
    let whole = DeviceRun.traffic(seed: 1).pcap
    let file = scratch.file("cut.pcap")
    try Data(whole.dropLast(7)).write(to: file)
    let outcome = try PacketpressBinary.run(["learn", file.path])
    #expect(outcome.text.contains("a capture file is cut short"))
    let missing = try PacketpressBinary.run(["learn", scratch.file("none.pcap").path])
    #expect(missing.status == 2 && missing.text.isEmpty)
  }
}
