import Charts
internal import Wording

/// Lays a document out on pages, no more than there may be.
struct PDFLayout {
  let document: ReportDocument
  let options: ReportOptions

  private var pageLimit: Int { options.pdfPages }

  /// Prints fewer rows of every table until the whole is short enough, then fewer sections.
  func flow() -> PDFFlow {
    guard pageLimit > 0 else { return layOut(rowLimit: .max, lastPage: .max) }
    for rowLimit in [60, 30, 15, 8] {
      let flow = layOut(rowLimit: rowLimit, lastPage: .max)
      if flow.pages.count <= pageLimit { return flow }
    }
    // The last page says what is not on the others.
    return layOut(rowLimit: 8, lastPage: pageLimit - 1)
  }

  private func layOut(rowLimit: Int, lastPage: Int) -> PDFFlow {
    var flow = PDFFlow(
      paper: options.paper, rowLimit: rowLimit,
      theme: PDFStyle.theme.accented(options.branding.accent).speaking(options.language),
      wholes: PDFWholes(options))
    flow.cover(document, options.branding)
    for (index, section) in document.sections.enumerated() {
      add(section, number: index + 1, to: &flow, lastPage: lastPage)
      if index == 0 { addContents(to: &flow, lastPage: lastPage) }
    }
    flow.closing(pageLimit: pageLimit)
    return flow
  }

  private func addContents(to flow: inout PDFFlow, lastPage: Int) {
    let before = flow
    flow.contents(document.sections)
    if flow.pages.count > lastPage { flow = before }
  }

  /// Adds a section as far as there are pages for it.
  private func add(
    _ section: ReportDocument.Section, number: Int, to flow: inout PDFFlow, lastPage: Int
  ) {
    var units = PDFUnit.units(of: section.blocks)
    if units.isEmpty { units = [PDFUnit()] }
    for (index, unit) in units.enumerated() {
      let before = flow
      flow.keep { flow in
        if index == 0 { flow.section(number, section.id, section.title.text) }
        for block in unit.head { flow.add(block) }
      } with: { flow in
        flow.add(unit.body)
      }
      guard flow.pages.count > lastPage else { continue }
      flow = before
      flow.omissions.append(
        PDFOmission(
          what: section.title, extent: index == 0 ? "not at all" : "only its beginning",
          whole: flow.wholes.ofAll))
      return
    }
  }

}
