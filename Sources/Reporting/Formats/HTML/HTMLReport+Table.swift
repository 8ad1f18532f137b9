import Charts
internal import Wording

extension HTMLReport {
  func table(_ table: ReportTable) -> Context {
    var rows = table.rows.map { row(of: table, $0) }
    if let others = table.others {
      rows.append(row(of: table, others).merging(["isOthers": true]) { $1 })
    }
    return [
      "id": table.id.html(), "caption": explained(table.caption.text),
      "columns": table.columns.map(head), "rows": rows, "csv": csv(table.csv),
    ]
  }

  /// The path of the CSV file, if there is one to lead to.
  func csv(_ name: String?) -> Any {
    guard let name, tables.contains(name) else { return false }
    return "tables/\(name).csv"
  }

  private func head(_ column: ReportTable.Column) -> Context {
    [
      "title": explained(column.title.text),
      "unit": column.unit.map { $0.text.html() } ?? false as Any,
      "class": column.isTrend ? "trend" : column.isNumeric ? "n" : "t",
    ]
  }

  private func row(of table: ReportTable, _ cells: [ReportTable.Cell]) -> Context {
    let pairs = zip(table.columns, cells).enumerated()
    return ["cells": pairs.map { cell($0.element.1, $0.element.0, isFirst: $0.offset == 0) }]
  }

  private func trend(_ trend: Sparkline) -> Context {
    let steps = trend.outline.dropFirst().map { "\(Int($0.x)) \(Sparkline.top - Int($0.y))" }
    return [
      "width": "\(trend.heights.count)", "height": "\(Sparkline.top)",
      "path": "M0 \(Sparkline.top)L" + steps.joined(separator: " ") + "z",
    ]
  }

  private func explanation(_ cell: ReportTable.Cell, _ column: ReportTable.Column) -> String? {
    if let explanation = cell.explanation { return explanation }
    return column.isNumeric ? nil : glossary.explanation(of: cell.text)
  }

  private func cell(
    _ cell: ReportTable.Cell, _ column: ReportTable.Column, isFirst: Bool
  ) -> Context {
    var classes = [column.isTrend ? "trend" : column.isNumeric ? "n" : "t"]
    // An address is not broken; only what is longer than one may be.
    if column.isMono { classes.append(cell.text.count <= 24 ? "mono whole" : "mono") }
    if column.hasBar { classes.append("share") }
    if cell.indent > 0 { classes.append("i\(min(cell.indent, 12))") }
    return [
      "text": cell.text.html(), "trend": cell.trend.map(trend) ?? false as Any,
      "class": classes.joined(separator: " "), "isHead": isFirst,
      "explanation": explanation(cell, column).map { $0.html() } ?? false as Any,
      "bar": column.hasBar ? cell.share.map { HTMLNumber.short($0 * 100) } ?? false as Any : false,
    ]
  }
}
