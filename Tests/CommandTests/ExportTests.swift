import Foundation
import TestSupport
import Testing

@Suite struct ExportTests {
  private static let sample = Project.sample("everything.pcapng")
  private static let tables = ["packets", "flows", "hosts", "protocols", "dns", "http", "tls"]

  private func export(_ arguments: String...) throws -> PacketpressBinary.Outcome {
    let outcome = try PacketpressBinary.run(["export"] + arguments)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome
  }

  @Test(.enabled(if: Tool.isInstalled("capinfos")), arguments: Project.wholeSamples)
  func hasARowForEachPacket(sample: String) throws {
    let path = Project.sample(sample).path
    let table = CommaSeparatedValues(try export("packets", path, "--format", "csv").text)
    // capinfos -T -M: tab-separated, exact numbers; the second column is the count.
    let capinfos = try #require(Tool("capinfos")).run(["-T", "-M", "-r", "-c", path]).text
    let count = capinfos.split(whereSeparator: \.isWhitespace).last.flatMap { Int($0) }
    #expect(table.records.count == count)
  }

  @Test(arguments: tables)
  func writesEveryTableInEveryFormat(table: String) throws {
    let csv = CommaSeparatedValues(try export(table, Self.sample.path, "--format", "csv").text)
    #expect(csv.rows.count > 1)
    let columns = csv.rows.first?.count
    #expect(csv.rows.allSatisfy { $0.count == columns })

    let json = try export(table, Self.sample.path, "--format", "json").output
    let array = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
    #expect(array.count == csv.records.count)

    let lines = try export(table, Self.sample.path, "--format", "ndjson").text
      .split(separator: "\n")
    #expect(lines.count == csv.records.count)
    for line in lines {
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(line.utf8))
      }
    }
  }

  @Test(arguments: tables)
  func writesTheHeadOfATableWithoutRows(table: String) throws {
    let path = Project.sample("empty.pcap").path
    let csv = CommaSeparatedValues(try export(table, path, "--format", "csv").text)
    #expect(csv.rows.count == 1)
    let json = try export(table, path, "--format", "json").output
    #expect((try JSONSerialization.jsonObject(with: json) as? [Any])?.isEmpty == true)
  }

  @Test func writesTheSameToAFile() throws {
    let scratch = try Scratch()
    let file = scratch.file("hosts.csv")
    let printed = try export("hosts", Self.sample.path, "--format", "csv").output
    let outcome = try export("hosts", Self.sample.path, "--format", "csv", "-o", file.path)
    #expect(outcome.output.isEmpty)
    #expect(try Data(contentsOf: file) == printed)
  }

  @Test(.enabled(if: Tool.isInstalled("tcpdump")))
  func takesAFilter() throws {
    let text = try export(
      "packets", Self.sample.path, "--format", "csv", "--filter", "tcp port 80"
    ).text
    let count = try Tool.packets(in: Self.sample, matching: "tcp port 80")
    #expect(CommaSeparatedValues(text).records.count == count)
  }

  @Test func endsQuietlyWhenItsReaderDoes() throws {
    let shell = try #require(Tool("sh"))
    let script = "\"$0\" export packets \"$1\" --format csv | head -n 1"
    let outcome = try shell.run(["-c", script, PacketpressBinary.url.path, Self.sample.path])
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.text.split(separator: "\n").count == 1)
  }

  @Test func refusesAMissingFile() throws {
    let outcome = try PacketpressBinary.run(["export", "packets", "/nowhere/missing.pcap"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.count == 1, "\(outcome.errors)")
  }
}
