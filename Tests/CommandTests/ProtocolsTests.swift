import Foundation
import TestSupport
import Testing

/// `packetpress protocols`, and the page that is made by it.
@Suite struct ProtocolsTests {
  private static func output(_ format: String) throws -> PacketpressBinary.Outcome {
    let outcome = try PacketpressBinary.run(["protocols", "--format", format])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  /// When it fails: `packetpress protocols --format md > Documentation/Protocols.md`.
  @Test func areWhatTheDocumentationSays() throws {
    let page = Project.root.appending(path: "Documentation/Protocols.md")
    #expect(try String(contentsOf: page, encoding: .utf8) == Self.output("md").text)
  }

  @Test func haveTheSameRowsInEveryFormat() throws {
    let json = try JSONSerialization.jsonObject(with: Self.output("json").output)
    let groups = try #require(json as? [String: [[String: Any]]])
    let names = groups.values.joined().compactMap { $0["protocol"] as? String }
    #expect(names.count > 150)
    #expect(Set(names).count == names.count)
    let text = try Self.output("text").text.split(separator: "\n")
    #expect(text.filter { $0.hasPrefix("  ") }.count == names.count)
    let page = try Self.output("md").text.split(separator: "\n")
    #expect(page.filter { $0.hasPrefix("| `") }.count == names.count)
  }
}
