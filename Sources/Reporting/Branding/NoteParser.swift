internal import Wording

/// Blocks of a note: what stands between empty lines, and how its lines begin.
struct NoteParser {
  private enum Kind: Equatable { case paragraph, bullets, steps }

  private var blocks: [ReportBlock] = []
  private var kind = Kind.paragraph
  /// The paragraph, or the items of the list, that is being read.
  private var texts: [String] = []
  private var headings = 0
  private var fence: String?
  private var code: [String] = []

  static func blocks(of text: String) -> [ReportBlock] {
    var parser = NoteParser()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for line in lines { parser.read(expanded(String(line))) }
    parser.finish()
    return parser.blocks
  }

  private static func expanded(_ line: String) -> String {
    line.contains("\t") ? line.replacing("\t", with: "    ") : line
  }

  private mutating func read(_ line: String) {
    let text = line.trimmedSpaces
    if let fence {
      if text.hasPrefix(fence), text.allSatisfy({ $0 == fence.first }) { return endCode() }
      return code.append(line)
    }
    if text.isEmpty { return kind == .paragraph ? endTexts() : () }
    if let mark = ["```", "~~~"].first(where: { text.hasPrefix($0) }) {
      endTexts()
      fence = String(text.prefix { $0 == mark.first })
    } else if let heading = NoteLine.heading(text) {
      endTexts()
      headings += 1
      let title = Phrase(verbatim: InlineText.note(heading).text)
      blocks.append(.heading(title, anchor: "note-\(headings)"))
    } else if NoteLine.isRule(text) {
      endTexts()
    } else if let item = NoteLine.bullet(text) {
      begin(.bullets, item)
    } else if let item = NoteLine.step(text) {
      begin(.steps, item)
    } else {
      add(text, isSetIn: line.first == " ")
    }
  }

  private mutating func begin(_ new: Kind, _ item: String) {
    if kind != new || texts.isEmpty { endTexts() }
    kind = new
    texts.append(item)
  }

  /// A line goes on with the text before it; behind a list, one at the margin begins a paragraph.
  private mutating func add(_ text: String, isSetIn: Bool) {
    if kind != .paragraph, !isSetIn { endTexts() }
    if texts.isEmpty { texts = [text] } else { texts[texts.count - 1] += " " + text }
  }

  private mutating func endTexts() {
    let items = texts.map(InlineText.note).filter { !$0.isEmpty }
    if !items.isEmpty {
      switch kind {
      case .paragraph: blocks += items.map(ReportBlock.paragraph)
      case .bullets: blocks.append(.list(items))
      case .steps: blocks.append(.steps(items))
      }
    }
    texts = []
    kind = .paragraph
  }

  private mutating func endCode() {
    if !code.isEmpty { blocks.append(.code(code.map { SafeText.visible($0, limit: 1_000) })) }
    code = []
    fence = nil
  }

  private mutating func finish() {
    endTexts()
    endCode()
  }
}
