import Reporting
import Testing

@Suite struct SafeTextTests {
  @Test func showsControlCharactersByTheirPictures() {
    #expect(SafeText.visible("a\u{1B}[31m\u{7F}\n") == "a␛[31m␡␊")
    #expect(SafeText.visible("\u{9B}31m") == "\\u{9B}31m")
  }

  @Test func showsWhatChangesTheDirectionOfText() {
    for scalar in [0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0x2028, 0xE0041] {
      let text = String(Unicode.Scalar(UInt32(scalar))!)
      #expect(SafeText.visible(text) == "\\u{\(String(scalar, radix: 16, uppercase: true))}")
    }
  }

  @Test func cutsLongTextAndSaysSo() {
    let cut = SafeText.visible(String(repeating: "x", count: 60_000), limit: 20)
    #expect(cut == String(repeating: "x", count: 19) + "…")
    #expect(SafeText.visible(cut, limit: 20) == cut)
    #expect(SafeText.visible(String(repeating: "x", count: 20), limit: 20).count == 20)
  }

  @Test func leavesOtherTextAlone() {
    #expect(SafeText.visible("Grüße, 世界 😀") == "Grüße, 世界 😀")
  }
}
