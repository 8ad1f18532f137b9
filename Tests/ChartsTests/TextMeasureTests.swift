import Charts
import Testing

@Suite struct TextMeasureTests {
  private let style = TextStyle(size: 12)

  @Test func keepsEllipsizedTextWithinItsWidth() {
    let name = String(repeating: "a long name ", count: 5_000)
    #expect(style.extent(of: name, fit: .ellipsized(width: 120)).width <= 120)
    #expect(style.extent(of: name, fit: .middleEllipsized(width: 120)).width <= 120)
  }

  @Test func wrapsWordsAndWhatIsLongerThanALine() {
    let address = "2001:db8:85a3:1234:abcd:8a2e:1370:7000 and another word"
    let extent = style.extent(of: address, fit: .wrapped(width: 100))
    #expect(extent.lines > 2)
    #expect(extent.width <= 100)
    let lines = style.lines(of: address, width: 100)
    #expect(lines.count == extent.lines)
    #expect(lines.joined() == address)
  }

  @Test func stopsAfterTheLinesAsked() {
    let text = String(repeating: "word ", count: 200)
    #expect(style.extent(of: text, fit: .wrapped(width: 100, lines: 3)).lines == 3)
  }

  @Test func setsFiguresOfOneWidth() {
    #expect(style.width(of: "1111") == style.width(of: "8888"))
  }

  @Test func takesMarkupForText() {
    #expect(style.width(of: "<b>x</b>") > style.width(of: "x") * 3)
  }

  @Test func measuresNothingAsNoWidth() {
    #expect(style.width(of: "") == 0)
    #expect(style.extent(of: "", fit: .ellipsized(width: -5)).width == 0)
  }

  @Test func measuresTheSameAgain() {
    let texts = ["word", "WORD", "w\u{F6}rd", "wo\u{308}rd", String(repeating: "long ", count: 40)]
    for text in texts {
      #expect(style.width(of: text) == style.extent(of: text).width)
      #expect(style.width(of: text) == style.extent(of: text).width)
    }
  }

  /// What a width depends on must be told apart by what is remembered.
  @Test func measuresEveryFaceOnItsOwn() {
    var mono = style
    mono.isMonospaced = true
    let faces = [
      style, TextStyle(size: 13), TextStyle(size: 12, weight: .semibold), mono,
    ]
    for _ in 0..<2 {
      #expect(faces.map { $0.width(of: "face") } == faces.map { $0.extent(of: "face").width })
    }
    #expect(Set(faces.map { $0.width(of: "face") }).count == faces.count)
  }

  @Test func staysRightBeyondWhatItRemembers() {
    let widths = (0..<20_000).map { style.width(of: "word \($0)") }
    #expect(widths[10_000...].allSatisfy { $0 == widths[10_000] })
  }
}
