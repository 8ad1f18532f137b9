import Foundation
import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    ["--help"], ["analyze", "--help"], ["snapshot", "--help"], ["export", "--help"],
    ["interfaces", "--help"],
  ])
  func showsExamples(arguments: [String]) throws {
    let outcome = try PacketpressBinary.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let command = (["packetpress"] + arguments.dropLast()).joined(separator: " ")
    #expect(outcome.text.contains(command))
    #expect(outcome.text.localizedCaseInsensitiveContains("example"))
  }

  @Test func namesEveryOptionOfTheContract() throws {
    let help = try PacketpressBinary.run(["analyze", "--help"]).text
    let options = [
      "--output", "--format", "--stdout", "--filter", "--from", "--to", "--top", "--max-rows",
      "--recent", "--title", "--tz", "--theme", "--paper", "--workers", "--quiet", "--verbose",
    ]
    for option in options { #expect(help.contains(option), "\(option)") }
  }

  @Test func tellsItsVersion() throws {
    let outcome = try PacketpressBinary.run(["--version"])
    #expect(outcome.status == 0)
    #expect(outcome.text.firstMatch(of: /[0-9]+\.[0-9]+\.[0-9]+/) != nil, "\(outcome.text)")
    #expect(outcome.text.split(separator: "\n").count == 1)
  }

  @Test func listsInterfaces() throws {
    let outcome = try PacketpressBinary.run(["interfaces"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.split(whereSeparator: \.isWhitespace).contains("lo"), "\(outcome.text)")
  }
}
