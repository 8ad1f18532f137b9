/// Heads and what they are the heads of, which stay together on a page.
struct PDFUnit {
  var head: [ReportBlock] = []
  var body: [ReportBlock] = []

  /// The sentence that a section opens with is a head, too, and so is one that facts follow.
  static func units(of blocks: [ReportBlock]) -> [PDFUnit] {
    var units: [PDFUnit] = []
    var unit = PDFUnit()
    let groups = BlockGroups.groups(of: blocks)
    for (index, group) in groups.enumerated() {
      let next = index + 1 < groups.count ? groups[index + 1].first : nil
      if group.count == 1, isHead(group[0], of: next) {
        unit.head += group
      } else {
        unit.body = group
        units.append(unit)
        unit = PDFUnit()
      }
    }
    return unit.head.isEmpty ? units : units + [unit]
  }

  private static func isHead(_ block: ReportBlock, of next: ReportBlock?) -> Bool {
    switch (block, next) {
    case (.lead, _), (.heading, _), (.paragraph, .facts): true
    default: false
    }
  }
}
