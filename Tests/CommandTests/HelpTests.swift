import Foundation
import TestSupport
import Testing

@Suite struct HelpTests {
  @Test(arguments: [
    ["--help"], ["analyze", "--help"], ["live", "--help"], ["snapshot", "--help"],
    ["compare", "--help"], ["charts", "--help"], ["export", "--help"], ["interfaces", "--help"],
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
      "--anonymize", "--anonymize-key", "--anonymize-mac", "--no-chart", "--only-section",
      "--hide-section", "--subtitle", "--author", "--logo", "--accent", "--note", "--pdf-pages",
    ]
    for option in options { #expect(help.contains(option), "\(option)") }
  }

  @Test(arguments: ["analyze", "live", "snapshot", "compare", "charts", "export", "interfaces"])
  func namesEachCommandInAnExample(command: String) throws {
    #expect(try PacketpressBinary.run(["--help"]).text.contains("\n  packetpress \(command)"))
  }

  /// A line that is too long goes on at the margin, where examples and options never are.
  @Test(arguments: ["", "analyze", "live", "snapshot", "compare", "charts", "export", "interfaces"])
  func fitsIntoATerminal(command: String) throws {
    let arguments = (command.isEmpty ? [] : [command]) + ["--help"]
    let help = try PacketpressBinary.run(arguments).text
    let examples = try #require(help.firstMatch(of: /(?s)EXAMPLES:\n(.*?)USAGE:/)).output.1
    for line in examples.split(separator: "\n") {
      #expect(line.hasPrefix("  ") || line.hasSuffix(":"), "\(line)")
    }
  }

  @Test func namesTheDefaultsThatHold() throws {
    let live = try PacketpressBinary.run(["live", "--help"]).text
    #expect(live.contains("(default: 15m)"))
    let snapshot = try PacketpressBinary.run(["snapshot", "--help"]).text
    #expect(snapshot.contains("(default: not)") && !snapshot.contains("(default: 0s)"))
    let analyze = try PacketpressBinary.run(["analyze", "--help"]).text
    #expect(analyze.contains("(values: json, md, text)"))
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
