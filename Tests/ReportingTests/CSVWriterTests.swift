import Reporting
import Testing

@Suite struct CSVWriterTests {
  private func cell(_ text: String) -> String {
    var csv = CSVWriter()
    csv.field(text)
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  @Test func endsRecordsWithCarriageReturnAndLineFeed() {
    var csv = CSVWriter(columns: ["a", "b"])
    csv.field(UInt64.max)
    csv.field(nil as String?)
    csv.endRecord()
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a,b\r\n18446744073709551615,\r\n")
  }

  @Test func quotesCommasAndQuotationMarks() {
    #expect(cell("a,b") == "\"a,b\"")
    #expect(cell("say \"hi\"") == "\"say \"\"hi\"\"\"")
    #expect(cell("plain") == "plain")
  }

  @Test(arguments: ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "-", "-1.2.3"])
  func guardsFormulas(text: String) {
    #expect(cell(text).hasPrefix("'"))
  }

  @Test func leavesNegativeNumbersAlone() {
    #expect(cell("-12.5") == "-12.5")
    var csv = CSVWriter()
    csv.field(-3)
    #expect(csv.bytes == Array("-3".utf8))
  }

  @Test func showsControlCharactersInsteadOfWritingThem() {
    #expect(cell("a\u{0}b\r\nc\u{1B}") == "a␀b␍␊c␛")
    #expect(cell("\u{202E}abc") == "\\u{202E}abc")
  }

  @Test func everyTableHasAsManyCellsAsHeads() throws {
    for (name, snapshot) in Snapshots.all where name != "ugly" {
      for table in CSVTable.allCases {
        let lines = String(decoding: table.file(snapshot).bytes, as: UTF8.self)
          .split(separator: "\r\n")
        let counts = Set(
          lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
        #expect(counts.count == 1, "\(table) of \(name)")
      }
    }
  }

  @Test func hostileTextStaysInItsRecord() {
    let text = String(decoding: CSVTable.recentPackets.file(Snapshots.ugly).bytes, as: UTF8.self)
    #expect(text.split(separator: "\r\n").count == Snapshots.hostile.count + 1)
    #expect(!text.contains(",=") && !text.contains(",@"))
  }
}
