internal import Wording

extension ReportDocument {
  /// The same in the words of a language: from then on nothing in it has to be looked up.
  ///
  /// Why sections were skipped stays as it is, because it is told to programs, too.
  func said(in language: Language) -> ReportDocument {
    var document = self
    document.title = title.said(in: language)
    document.captureName = captureName.said(in: language)
    document.subtitle = subtitle.said(in: language)
    document.sections = sections.map { section in
      Section(
        id: section.id, title: section.title.said(in: language),
        blocks: section.blocks.map { $0.said(in: language) })
    }
    return document
  }
}

extension Phrase {
  func said(in language: Language) -> Phrase { Phrase(verbatim: language.text(self)) }
}

extension ReportBlock {
  fileprivate func said(in language: Language) -> ReportBlock {
    switch self {
    case .verdict(let strip):
      .verdict(VerdictStrip(text: strip.text.said(in: language), severity: strip.severity))
    case .lead(let text): .lead(text.said(in: language))
    case .paragraph(let text): .paragraph(text.said(in: language))
    case .heading(let title, let anchor): .heading(title.said(in: language), anchor: anchor)
    case .keyFigures(let figures): .keyFigures(figures.map { $0.said(in: language) })
    case .facts(let facts):
      .facts(facts.map { Fact($0.term.said(in: language), $0.text.said(in: language)) })
    case .table(let table): .table(table.said(in: language))
    case .figure(let figure): .figure(figure.said(in: language))
    case .note(let text): .note(text.said(in: language))
    case .warning(let text): .warning(text.said(in: language))
    case .list(let items): .list(items.map { $0.said(in: language) })
    case .steps(let items): .steps(items.map { $0.said(in: language) })
    case .code: self
    }
  }
}

extension KeyFigure {
  func said(in language: Language) -> KeyFigure {
    KeyFigure(
      label.said(in: language), value.said(in: language), detail: detail?.said(in: language),
      section: section)
  }
}

extension ReportFigure {
  fileprivate func said(in language: Language) -> ReportFigure {
    var figure = self
    figure.language = language
    return figure
  }
}

extension ReportTable {
  func said(in language: Language) -> ReportTable {
    var table = self
    table.caption = caption.said(in: language)
    table.columns = columns.map { column in
      var column = column
      column.title = column.title.said(in: language)
      column.unit = column.unit?.said(in: language)
      return column
    }
    table.rows = rows.map { $0.map { $0.said(in: language) } }
    table.others = others?.map { $0.said(in: language) }
    return table
  }
}

extension ReportTable.Cell {
  fileprivate func said(in language: Language) -> ReportTable.Cell {
    var cell = self
    cell.words = words.said(in: language)
    cell.meaning = meaning?.said(in: language)
    return cell
  }
}
