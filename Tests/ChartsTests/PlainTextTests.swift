import Charts
import Testing

@Suite struct PlainTextTests {
  @Test func leavesOrdinaryTextAlone() {
    for text in ["tls", "2001:db8::1", "Grüße, مرحبا, 日本語", "<b>&amp;</b>"] {
      #expect(PlainText(text).string == text)
    }
  }

  @Test(arguments: [0x00, 0x0A, 0x1B, 0x7F, 0x85, 0x9B, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xE0041])
  func showsWhatCannotBeSeen(code: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let shown = PlainText("a\(scalar)b").string
    #expect(!shown.unicodeScalars.contains(scalar))
    #expect(shown.contains("‹U+"))
  }

  @Test func showsEveryCharacterThatTurnsText() throws {
    for code in Array(0x202A...0x202E) + Array(0x2066...0x2069) as [UInt32] {
      let scalar = try #require(Unicode.Scalar(code))
      #expect(!PlainText("a\(scalar)b").string.unicodeScalars.contains(scalar))
    }
  }

  @Test func cutsWhatNobodyReads() {
    let text = PlainText(String(repeating: "x", count: 60_000), maximumLength: 100).string
    #expect(text.count == 101)
    #expect(text.hasSuffix("…"))
  }

  @Test func keepsLettersFromBeingBuriedUnderMarks() {
    let text = PlainText("a" + String(repeating: "\u{301}", count: 60_000)).string
    #expect(text.unicodeScalars.count <= 5)
  }
}
