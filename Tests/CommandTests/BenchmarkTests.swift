import Foundation
import TestSupport
import Testing

/// Scripts/make-benchmark-captures and Scripts/bench: what is measured must be ordinary traffic.
@Suite(.enabled(if: Tool.isInstalled("python3"))) struct BenchmarkTests {
  private static let kinds = ["mixed", "small", "applications", "lossy"]
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func runScript(_ name: String, _ arguments: [String]) throws -> String {
    let outcome = try PacketpressBinary.run(
      program: Project.root.appending(path: "Scripts/\(name)"), arguments, seconds: 300)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.text
  }

  private func make(_ kind: String, formats: String = "pcap", into folder: String) throws -> URL {
    let folder = scratch.file(folder)
    _ = try runScript(
      "make-benchmark-captures",
      ["--output", folder.path, "--formats", formats, "--packets", "3000", kind])
    return folder.appending(path: "\(kind).pcap")
  }

  @Test(arguments: kinds) func givesTheSameBytesAgain(_ kind: String) throws {
    let one = try make(kind, into: "one")
    let again = try make(kind, into: "again")
    #expect(try Data(contentsOf: one) == Data(contentsOf: again))
  }

  @Test(arguments: kinds) func isUnderstoodToTheLastPacket(_ kind: String) throws {
    let capture = try make(kind, formats: "pcap,pcapng", into: "captures")
    let report = try analyze(capture.path)
    #expect(report.capture.packets == 3_000)
    #expect(report.capture.accounting.decoded == 3_000)
    #expect(report.capture.accounting.malformed == 0)
    let other = try analyze(capture.deletingPathExtension().appendingPathExtension("pcapng").path)
    #expect(try report.numbers() == other.numbers())
  }

  @Test(.enabled(if: Tool.isInstalled("tshark")), arguments: kinds)
  func hasRightChecksumsAndLengths(_ kind: String) throws {
    let capture = try make(kind, into: "captures")
    let wrong = ["ip", "tcp", "udp", "icmp", "icmpv6"].map { "\($0).checksum.status == 0" }
    let short = ["ip.bogus_ip_length", "_ws.short", "udp.length.bad"]
    let options = ["ip", "tcp", "udp"].flatMap { ["-o", "\($0).check_checksum:TRUE"] }
    let filter = (wrong + short).joined(separator: " or ")
    let outcome = try Tool("tshark")?.run(["-r", capture.path, "-Y", filter] + options)
    #expect(outcome?.status == 0)
    #expect(outcome?.text == "")
  }

  /// Initial packets are encrypted with keys that everyone can derive.
  @Test func hasQUICThatCanBeRead() throws {
    struct Contents: Decodable {
      struct QUIC: Decodable {
        var clientHellos: Int
        var undecryptedInitialPackets: Int
      }
      var quic: QUIC
    }
    let capture = try make("applications", into: "captures")
    let outcome = try PacketpressBinary.run(["analyze", capture.path, "--stdout", "json"])
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let quic = try decoder.decode(Contents.self, from: outcome.output).quic
    #expect(quic.clientHellos > 20)
    #expect(quic.undecryptedInitialPackets == 0)
  }

  @Test func measuresAndSaysWhatWasReached() throws {
    let page = scratch.file("Performance.md")
    let text = try runScript(
      "bench",
      [
        "--binary", PacketpressBinary.url.path, "--captures", scratch.file("captures").path,
        "--size", "300kB", "--kinds", "mixed", "--rounds", "1", "--markdown", page.path,
      ])
    #expect(text.contains("packetpress, 1 worker"))
    #expect(text.contains("mixed: peak memory"))
    let markdown = try String(contentsOf: page, encoding: .utf8)
    #expect(markdown.hasPrefix("# Performance\n"))
    #expect(markdown.contains("## mixed.pcapng"))
    #expect(markdown.contains("## Versions"))
  }
}
