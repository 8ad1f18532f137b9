import Testing
import TrafficAnalysis

/// Eight bytes at once say what one after the other would.
struct ASCIIWordsTests {
  @Test(arguments: 0...17)
  func findsWhatIsNotInLowerCase(_ count: Int) {
    for place in 0..<count {
      for byte in 0..<0x80 as Range<UInt8> {
        var bytes = [UInt8](repeating: UInt8(ascii: "m"), count: count)
        bytes[place] = byte
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.inLowerCase == text.lowercased())
        let isLower = text.utf8.span.allWords(ASCIIWords.isInLowerCase)
        #expect(isLower == !(0x41...0x5A).contains(byte))
        #expect(NameHash.of(text) == NameHash.of(text.lowercased()))
        if byte != UInt8(ascii: "m"), byte != UInt8(ascii: "M") {
          #expect(NameHash.of(text) != NameHash.of(String(repeating: "m", count: count)))
        }
      }
    }
  }

  @Test func leavesOtherLettersToUnicode() {
    #expect("ÄPFEL.example".inLowerCase == "äpfel.example")
    let isLower = "ä".utf8.span.allWords(ASCIIWords.isInLowerCase)
    let isASCII = "abcdefgh\u{E4}".utf8.span.allWords(ASCIIWords.isASCII)
    #expect(!isLower && !isASCII)
  }

  @Test func handsOutEveryByteOnce() {
    for count in 0...24 {
      let bytes = (0..<count).map { UInt8($0 + 1) }
      var words: [UInt64] = []
      _ = bytes.span.allWords {
        words.append($0)
        return true
      }
      let back = words.flatMap { word in
        (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
      }
      #expect(back == bytes + [UInt8](repeating: 0, count: back.count - count))
      #expect(words.count == (count + 7) / 8)
    }
  }
}
