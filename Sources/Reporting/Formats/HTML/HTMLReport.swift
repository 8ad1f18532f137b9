import Findings
import Mustache
internal import Wording

/// `index.html` and `style.css`: works without script, under a strict content policy and unstyled.
struct HTMLReport {
  typealias Context = [String: Any]

  let document: ReportDocument
  let options: ReportOptions
  /// Terms of art in the language of the report.
  let glossary: Glossary
  /// The tables that lie beside the page as CSV; no others are linked.
  let tables: Set<String>
  /// The pictures by path where the page holds them or marks of them; else they lie beside it.
  var images: [String: [UInt8]] = [:]
  /// What the page calls itself, unless it is live.
  var kicker: Phrase = "Network traffic report"
  /// The JSON beside it.
  var dataPath = "report.json"

  init(document: ReportDocument, options: ReportOptions, tables: Set<String>) {
    self.document = document
    self.options = options
    self.tables = tables
    glossary = Glossary.said(in: options.language)
  }

  /// Words of the page's own, escaped.
  func say(_ phrase: Phrase) -> String { options.language.text(phrase).html() }

  var style: String {
    HTMLStyle.sheet + (options.live == nil ? "" : HTMLStyle.live)
      + HTMLStyle.branding(options.branding)
  }

  /// A page that is all in one file has none, unless it is live and so has files beside it anyway.
  private var icon: String? {
    if let live = options.live { return root(live) + PageIcon.path }
    return options.isSingleFile ? nil : PageIcon.path
  }

  /// The page, after the files that it names.
  func pageFiles() throws -> [ReportFile] {
    var files: [ReportFile] = []
    if let icon, !icon.hasPrefix("..") {
      files.append(ReportFile(path: icon, text: PageIcon.text))
    }
    if let script, !script.hasPrefix("..") {
      files.append(
        ReportFile(path: script, text: ScriptWords.said(ReportScript.text, in: options.language)))
    }
    if !options.isSingleFile { files.append(ReportFile(path: "style.css", text: style)) }
    return files + [ReportFile(path: "index.html", text: try page())]
  }

  private func page() throws -> String {
    let library = try HTMLTemplates.library()
    let context = pageContext
    guard let page = library.render(context, withTemplate: "page") else {
      throw ReportError(
        what: "cannot make index.html", why: "its template is missing", remedy: "report this error")
    }
    return page
  }

  private var pageContext: Context {
    [
      "language": options.language.code.html(), "title": document.title.text.html(),
      "subtitle": document.subtitle.text.html(), "words": words,
      "tagline": document.tagline.map { $0.html() } ?? false as Any,
      "author": document.author.map { $0.html() } ?? false as Any, "logo": logo,
      "kicker": say(options.live == nil ? kicker : "Live report"),
      "theme": options.theme.rawValue + (options.live == nil ? "" : " live"),
      "colorScheme": colorScheme, "live": options.live.map(live) ?? false as Any,
      "policy": policy, "version": options.version.html(),
      "style": options.isSingleFile ? style as Any : false,
      "icon": icon ?? false as Any,
      "reportScript": script ?? false as Any,
      "sections": document.sections.enumerated().map { section($0.offset + 1, $0.element) },
      "files": files, "hasFiles": !files.isEmpty,
    ]
  }

  /// What Jenkins allows, or for a single file what it needs and no more.
  private var policy: String {
    let pictures = icon == nil ? "data:" : "data: 'self'"
    let own =
      options.isSingleFile
      ? "img-src \(pictures); style-src 'unsafe-inline'" : "img-src 'self'; style-src 'self'"
    let scripts =
      isRefreshed
      ? "; script-src 'self'; connect-src 'self'" : script != nil ? "; script-src 'self'" : ""
    return "default-src 'none'; \(own)\(scripts); base-uri 'none'; form-action 'none'"
  }

  /// A page that is all in one file has none of this one.
  private var script: String? {
    guard !options.isSingleFile, options.hasScript else { return nil }
    return (options.live.map(root) ?? "") + ReportScript.path
  }

  private var colorScheme: String {
    options.theme == .auto ? "light dark" : options.theme.rawValue
  }

  /// The other files of the report that are there.
  private var files: [Context] {
    guard !options.isSingleFile else { return [] }
    let all: [(format: ReportFormat, path: String, words: Phrase)] = [
      (.pdf, path: "report.pdf", words: "PDF for paper"), (.json, path: dataPath, words: "JSON"),
      (.markdown, path: "summary.md", words: "Markdown summary"),
    ]
    return all.filter { options.formats.contains($0.format) }
      .map { ["path": $0.path, "label": say($0.words)] }
  }

  private func section(_ number: Int, _ section: ReportDocument.Section) -> Context {
    [
      "id": section.id, "title": section.title.text.html(), "number": "\(number)",
      "headline": explained(section.title.text),
      "groups": BlockGroups.groups(of: section.blocks).map { group -> Context in
        [
          "pair": group.count > 1 && BlockGroups.isSmall(group[0]),
          "blocks": group.map(block),
        ]
      },
    ]
  }

  private func block(_ block: ReportBlock) -> Context {
    switch block {
    case .verdict(let strip):
      [
        "verdict": [
          "class": strip.severity?.rawValue ?? "fine", "sign": strip.sign.html(),
          "runs": runs(strip.text),
        ]
      ]
    case .lead(let text): ["lead": ["runs": runs(text)]]
    case .paragraph(let text): ["paragraph": ["runs": runs(text)]]
    case .note(let text): ["note": ["runs": runs(text)]]
    case .warning(let text): ["warning": ["runs": runs(text)]]
    case .heading(let title, let anchor):
      ["heading": ["title": explained(title.text), "anchor": anchor.html()]]
    case .list(let items): ["list": ["items": items.map { ["runs": runs($0)] }]]
    case .steps(let items): ["steps": ["items": items.map { ["runs": runs($0)] }]]
    case .code(let lines): ["code": ["text": lines.map { $0.html() }.joined(separator: "\n")]]
    case .keyFigures(let figures): ["keyFigures": ["figures": figures.map(keyFigure)]]
    case .facts(let facts):
      [
        "facts": [
          "facts": facts.map { ["term": term($0), "runs": runs($0.text)] as Context }
        ]
      ]
    case .table(let table): ["table": self.table(table)]
    case .figure(let figure): ["figure": self.figure(figure)]
    }
  }

  /// In the glossary the explanation stands beside the term.
  private func term(_ fact: ReportBlock.Fact) -> String {
    glossary.explanation(of: fact.term.text) == fact.text.text
      ? fact.term.text.html() : explained(fact.term.text)
  }

  private func runs(_ text: InlineText) -> [Context] {
    text.runs.map { run in
      switch run.style {
      case .plain: ["plain": run.text.html()]
      case .strong: ["strong": run.text.html()]
      case .mono: ["mono": run.text.html()]
      case .emphasis: ["emphasis": run.text.html()]
      case .link(let address):
        ["link": ["address": address.html(limit: 8_000), "words": run.text.html()]]
      case .section(let id) where hasSection(id):
        ["place": ["address": "#\(id)".html(), "words": run.text.html()]]
      case .section: ["plain": run.text.html()]
      // Whoever is sent a single file has no others.
      case .file where options.isSingleFile: ["mono": run.text.html()]
      case .file: ["file": ["address": run.text.html(), "words": run.text.html()]]
      }
    }
  }

  private func keyFigure(_ figure: KeyFigure) -> Context {
    [
      "label": figure.label.text.html(), "value": figure.value.text.html(),
      "detail": figure.detail.map { $0.text.html() } ?? false as Any,
      "section": figure.section.flatMap { hasSection($0) ? $0.html() : nil } ?? false as Any,
    ]
  }

  private func hasSection(_ id: String) -> Bool { document.sections.contains { $0.id == id } }
}
