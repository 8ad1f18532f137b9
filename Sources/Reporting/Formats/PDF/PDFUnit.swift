/// Heads and what they are the heads of, which stay together on a page.
struct PDFUnit {
  var head: [ReportBlock] = []
  var body: [ReportBlock] = []

  /// The sentence that a section opens with is a head, too.
  static func units(of blocks: [ReportBlock]) -> [PDFUnit] {
    var units: [PDFUnit] = []
    var unit = PDFUnit()
    for group in BlockGroups.groups(of: blocks) {
      if group.count == 1, isHead(group[0]) {
        unit.head += group
      } else {
        unit.body = group
        units.append(unit)
        unit = PDFUnit()
      }
    }
    return unit.head.isEmpty ? units : units + [unit]
  }

  private static func isHead(_ block: ReportBlock) -> Bool {
    switch block {
    case .lead, .heading: true
    default: false
    }
  }
}
