import Reporting
import Testing

@Suite struct ReportNoteTests {
  private func page(_ note: String) throws -> String {
    try Reports.page(Snapshots.onePacket) { $0.branding.note = ReportNote(note) }
  }

  private func summary(_ note: String) -> String {
    let options = Reports.options { $0.branding.note = ReportNote(note) }
    let bytes = Report(Snapshots.onePacket, options: options).standardOutput(.markdown) ?? []
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("one\ntwo", "<p>one two</p>"), ("# Head #", ">Head</h3>"), ("a **b** c", "<strong>b</strong>"),
    ("*a* and _b_", "<em>a</em> and <em>b</em>"), ("`a*b*`", "<code>a*b*</code>"),
    ("- a\n- b", "<ul class=\"remarks\"><li>a</li><li>b</li></ul>"),
    ("1. a\n\n2) b\n   goes on", "<ol class=\"remarks\"><li>a</li><li>b goes on</li></ol>"),
    ("```\n  a < b\n\n\tc\n```", "<code>  a &lt; b\n\n    c</code>"),
    ("[x *y*](https://a.example/?q=1&r=2)", "<a href=\"https://a.example/?q=1&amp;r=2\""),
    ("([x [y]](https://a.example/a_(b)))", "(<a href=\"https://a.example/a_%28b%29\""),
    ("<mailto:a@b.example>", "<a href=\"mailto:a@b.example\""),
    ("\\*a\\* \\[b\\](c)", "<p>*a* [b](c)</p>"),
  ])
  func reads(note: String, html: String) throws {
    let page = try page(note)
    #expect(page.contains(html), "\(note)")
  }

  @Test(arguments: [
    "2 * 3 * 4", "snake_case_name", "**open", "[a](b", "#no head", "a ` b", "****", "- ", "[]",
    "`", "\\", "*", "![", "<>", "```", "1.", "> quoted",
  ])
  func keepsWhatIsNoMarkup(note: String) throws {
    let page = try page(note)
    for element in ["<em>", "<ol class", "<a href=\"b"] {
      #expect(!page.contains(element), "\(note)")
    }
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JavaScript:alert(1))", "[x](data:text/html,a)",
    "[x](file:///a)", "<javascript:a>", "[x](//a.example)", "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "![x](javascript:a)", "[<script>](https://a.example/\"onmouseover=\"a)",
    "[x]( https://a.example/'><script>)", "[x](https://a.example/\u{202E})", "a\u{1B}[31m\u{202E}b",
  ])
  func isHarmless(note: String) throws {
    let page = try page(note)
    for text in ["javascript:", "data:text", "file:///"] {
      #expect(!page.lowercased().contains("href=\"\(text)"), "\(note)")
    }
    #expect(!page.contains("<script>") && !page.contains("<img src=x"))
    #expect(!page.contains("\"onmouseover") && Hidden.scalars(in: page).isEmpty)
    let markdown = summary(note)
    #expect(!markdown.contains("](javascript") && !markdown.contains("<script"))
    #expect(Hidden.scalars(in: markdown).isEmpty)
  }

  @Test func isWholeHoweverLongItIs() throws {
    let words = (1...2_000).map { "word\($0)" }
    let page = try page(words.joined(separator: " "))
    let text = summary(words.joined(separator: " "))
    for word in [words[0], words[999], words[1_999]] {
      #expect(page.contains(word) && text.contains(word))
    }
  }

  @Test func endsABlockOfCodeInMarkdownBehindAllOfIt() {
    let text = summary("~~~\n```\n# not a head\n~~~\nbehind")
    #expect(text.contains("````\n```\n# not a head\n````\n\nbehind"))
  }

  @Test func comesAfterTheSummary() throws {
    let document = Report(
      Snapshots.busy, options: Reports.options { $0.branding.note = ReportNote("Hello") }
    ).document
    #expect(document.sections.prefix(2).map(\.id) == ["summary", "note"])
    #expect(
      !Report(Snapshots.busy, options: Reports.options()).document.sections.contains {
        $0.id == "note"
      })
  }

  @Test func takesAnyBytesAsText() {
    var generator = SeededScalars()
    for _ in 0..<300 { _ = ReportNote(generator.text()).blocks.count }
  }
}

/// Texts of the characters that mean something, the same in every run.
private struct SeededScalars {
  private var state: UInt64 = 1
  private let scalars = Array("`*_[]()<>#-1. \n\\!~a\u{0}\u{202E}ß".unicodeScalars)

  mutating func text() -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append(scalars[Int(state >> 33) % scalars.count])
    }
    return String(text)
  }
}
