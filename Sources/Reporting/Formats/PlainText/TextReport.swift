/// The report on one screen of a terminal: no colour, no control sequences, at most 100 columns.
struct TextReport {
  private static let width = 96

  let digest: ReportDigest

  var text: String {
    var lines = [digest.title, digest.subtitle, ""] + wrapped(digest.sentence.text) + [""]
    for remark in digest.remarks { lines += wrapped("Remark: \(remark.text)") }
    if !digest.remarks.isEmpty { lines.append("") }
    lines += keyFigures + [""]
    for lead in digest.leads { lines += wrapped("\(lead.title): \(lead.text.text)") }
    for table in digest.tables { lines += [""] + self.table(table) }
    return lines.joined(separator: "\n") + "\n"
  }

  private var keyFigures: [String] {
    let width = digest.keyFigures.map(\.label.count).max() ?? 0
    return digest.keyFigures.map { figure in
      let detail = figure.detail.map { "  (\($0))" } ?? ""
      return SafeText.visible(Self.pad(figure.label, width) + "  " + figure.value + detail)
    }
  }

  private func table(_ table: ReportTable) -> [String] {
    let limit = 38
    let cells =
      [table.columns.map(\.title)]
      + table.rows.map { row in
        row.map { SafeText.visible($0.text, limit: limit) }
      }
    let widths = table.columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      row.indices.map { column in
        Self.pad(row[column], widths[column], isRight: table.columns[column].isNumeric)
      }.joined(separator: "  ")
    }
    return [table.caption]
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
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in SafeText.visible(text, limit: 1_000).split(separator: " ") {
      if line.count + word.count + 1 > Self.width, !line.isEmpty {
        lines.append(line)
        line = "  " + word
      } else {
        line += (line.isEmpty || line == "  " ? "" : " ") + word
      }
    }
    return lines + [line]
  }
}
