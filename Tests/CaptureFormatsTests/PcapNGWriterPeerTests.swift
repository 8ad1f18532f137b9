import CaptureFormats
import Foundation
import TestSupport
import Testing

/// Wireshark's programs read what we write, without a complaint.
struct PcapNGWriterPeerTests {
  static let hasWireshark = ["tshark", "capinfos"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  static let capture: [UInt8] = {
    var writer = PcapNGWriter()
    writer.add(PcapNGSection(operatingSystem: "Linux", application: "Packetpress 1"))
    writer.add(PcapNGInterface(linkType: .ethernet, snapLength: 4096, name: "eth0", filter: "arp"))
    let base: Int64 = 1_700_000_000_000_000_000
    for length in 60..<64 {
      PcapNGWriterTests.add(
        .pattern(length), nanoseconds: base + Int64(length), original: 1500, to: &writer)
    }
    writer.add(PcapNGInterface(linkType: .ethernet, name: "lo", description: "loop"))
    PcapNGWriterTests.add(.pattern(65), nanoseconds: base + 65, interface: 1, to: &writer)
    writer.add(
      PcapNGStatistics(
        start: Timestamp(nanoseconds: base), end: Timestamp(nanoseconds: base + 100), received: 12,
        dropped: 3), interface: 0)
    return writer.bytes
  }()

  @Test(.enabled(if: hasWireshark, "tshark is not installed"))
  func tsharkReadsTimesLengthsAndInterfaces() throws {
    let fields = ["frame.time_epoch", "frame.cap_len", "frame.len", "frame.interface_name"]
    let output = try filter(
      Self.capture,
      through: ["tshark", "-n", "-r", "-", "-T", "fields"] + fields.flatMap { ["-e", $0] })
    #expect(
      String(decoding: output, as: UTF8.self).split(separator: "\n") == [
        "1700000000.000000060\t60\t1500\teth0", "1700000000.000000061\t61\t1500\teth0",
        "1700000000.000000062\t62\t1500\teth0", "1700000000.000000063\t63\t1500\teth0",
        "1700000000.000000065\t65\t65\tlo",
      ])
  }

  @Test(.enabled(if: hasWireshark, "capinfos is not installed"))
  func capinfosReadsWhatTheFileSaysOfItself() throws {
    let output = String(
      decoding: try filter(Self.capture, through: ["capinfos", "-M", "/dev/stdin"]), as: UTF8.self)
    let lines = Set(output.split(separator: "\n").map { $0.drop { $0 == " " } })
    #expect(
      lines.isSuperset(of: [
        "Number of packets:   5", "Name = eth0", "Name = lo", "Description = loop",
        "Time precision = nanoseconds (9)", "Filter string = arp", "Capture length = 4096",
        "Number of stat entries = 1", "Capture application: Packetpress 1",
        "Capture oper-sys:    Linux",
      ]), "\(output)")
  }
}
