internal import Wording

/// Pieces of a report as lines of a terminal: no colour, no control sequences, words broken at 96
/// columns.
enum TextLines {
  private static let width = 96

  static func keyFigures(_ figures: [KeyFigure]) -> [String] {
    let width = figures.map(\.label.text.count).max() ?? 0
    return figures.map { figure in
      let detail = figure.detail.map { "  (\($0))" } ?? ""
      return SafeText.visible(pad(figure.label.text, width) + "  " + figure.value.text + detail)
    }
  }

  /// A table whose cells are cut to so many characters.
  static func table(_ table: ReportTable, limit: Int = 38) -> [String] {
    let cells =
      [table.columns.map(\.title.text)]
      + (table.rows + (table.others.map { [$0] } ?? [])).map { row in
        row.map { SafeText.visible($0.text, limit: limit) }
      }
    let widths = table.columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      row.indices.map { column in
        pad(row[column], widths[column], isRight: table.columns[column].isNumeric)
      }.joined(separator: "  ")
    }
    return [table.caption.text]
      + lines.map { line in
        var line = "  " + line
        while line.last == " " { line.removeLast() }
        return line
      }
  }

  private static func pad(_ text: String, _ width: Int, isRight: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isRight ? space + text : text + space
  }

  /// Broken between words, set in from the second line on.
  static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in SafeText.visible(text, limit: 1_000).split(separator: " ") {
      if line.count + word.count + 1 > width, !line.isEmpty {
        lines.append(line)
        line = "  " + word
      } else {
        line += (line.isEmpty || line == "  " ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}
