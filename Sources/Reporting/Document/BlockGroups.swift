/// Puts blocks that are small enough side by side.
enum BlockGroups {
  /// Runs of small tables, and every other block alone.
  static func groups(of blocks: [ReportBlock]) -> [[ReportBlock]] {
    var groups: [[ReportBlock]] = []
    for block in blocks {
      if isSmall(block), let last = groups.last?.last, isSmall(last) {
        groups[groups.count - 1].append(block)
      } else {
        groups.append([block])
      }
    }
    return groups
  }

  static func isSmall(_ block: ReportBlock) -> Bool {
    guard case .table(let table) = block else { return false }
    return table.columns.count <= 3 && table.rows.count <= 24
  }
}
