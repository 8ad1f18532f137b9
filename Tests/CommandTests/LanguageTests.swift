import Foundation
import TestSupport
import Testing

/// `--lang` of the real program.
@Suite struct LanguageTests {
  private static let sample = Project.sample("web.pcap").path
  let scratch = try! Scratch()

  private func file(_ name: String, _ messages: [String: String]) throws -> String {
    let url = scratch.file(name)
    try JSONEncoder().encode(messages).write(to: url)
    return url.path
  }

  private func run(_ options: [String]) throws -> PacketpressBinary.Outcome {
    try PacketpressBinary.run(["analyze", Self.sample] + options)
  }

  @Test func saysWhatTheFileSays() throws {
    let german = try file(
      "de.json", ["Summary": "Überblick", "Hosts": "Rechner", "{1} of {2} packets": "{2}: {1}"])
    let report = scratch.file("report")
    let outcome = try run(["--lang", german, "-o", report.path, "--format", "html,json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let page = try String(contentsOf: report.appending(path: "index.html"), encoding: .utf8)
    #expect(page.contains("<html lang=\"de\"") && page.contains("Überblick"))
    #expect(!page.contains(">Summary<"))
    let told = outcome.messages.filter { $0.contains("--lang:") }
    #expect(told.count == 1 && told[0].contains("are not translated to de"), "\(outcome.errors)")
  }

  @Test func namesWhatIsNotTranslatedWhenAsked() throws {
    let empty = try file("de.json", [:])
    let outcome = try run(["--lang", empty, "--stdout", "md", "--verbose"])
    #expect(outcome.messages.contains { $0.hasSuffix("not translated: Hosts") })
  }

  @Test func theCatalogueInEnglishChangesNothing() throws {
    let english = Project.root.appending(path: "Languages/en.json").path
    let plain = try run(["--stdout", "md"])
    let said = try run(["--stdout", "md", "--lang", english])
    #expect(plain.output == said.output && said.errors.isEmpty, "\(said.errors)")
    #expect(try run(["--stdout", "md", "--lang", "en"]).output == plain.output)
  }

  @Test(arguments: [
    ("xx", "there is no language 'xx'; there are en, or give a file of messages, xx.json"),
    ("no/such.json", "there is no such file"), ("../x", "there is no such file"),
  ])
  func saysWhichLanguagesThereAre(name: String, reason: String) throws {
    let outcome = try run(["--lang", name, "--stdout", "md"])
    #expect(outcome.status == 2 && outcome.errors.contains(reason), "\(outcome.errors)")
  }

  @Test func refusesWhatIsNoFileOfMessages() throws {
    let text = scratch.file("de.json")
    try Data("[1, 2]".utf8).write(to: text)
    #expect(try run(["--lang", text.path]).errors.contains("no file of messages"))
    let places = try file("fr.json", ["{1} packets": "{2} paquets"])
    #expect(try run(["--lang", places]).errors.contains("has {2} where the English has none"))
    let name = try file("l'été.json", [:])
    #expect(try run(["--lang", name]).errors.contains("is not named after its language"))
  }

  @Test func chartsAndComparisonsSpeakItToo() throws {
    let german = try file("de.json", ["Packets per second": "Pakete je Sekunde", "New": "Neu"])
    let folder = scratch.file("difference")
    let compared = try PacketpressBinary.run([
      "compare", Self.sample, Project.sample("dns.pcap").path, "--lang", german, "-o", folder.path,
    ])
    #expect(compared.status == 0 && compared.errors.contains("not translated to de"))
    let page = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
    #expect(page.contains("<html lang=\"de\"") && page.contains(">Neu<"))
    let drawn = try PacketpressBinary.run([
      "charts", Self.sample, "--chart", "packet-rate", "--lang", german, "-o",
      scratch.file("rate.svg").path,
    ])
    #expect(drawn.status == 0, "\(drawn.errors)")
  }
}
