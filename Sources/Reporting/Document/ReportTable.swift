package import Charts

/// Rows under heads, the same in every format.
package struct ReportTable: Sendable {
  /// Names the table in anchors and, with ``csv``, its file.
  package var id: String
  package var caption: String
  package var columns: [Column]
  package var rows: [[Cell]] = []
  /// What the rows leave out, as a last row of its own.
  package var others: [Cell]?
  /// The name of the CSV file that holds the whole table.
  package var csv: String?

  package init(id: String, caption: String, columns: [Column], csv: String? = nil) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.csv = csv
  }

  package struct Column: Hashable, Sendable {
    package var title: String
    package var unit: String?
    package var isNumeric: Bool
    package var isMono: Bool
    /// Cells of the column have a thin bar behind their text.
    package var hasBar = false
    /// Cells of the column are drawn: small columns over time.
    package var isTrend = false

    package static func text(_ title: String, mono: Bool = false) -> Column {
      Column(title: title, isNumeric: false, isMono: mono)
    }

    package static func number(_ title: String, unit: String? = nil) -> Column {
      Column(title: title, unit: unit, isNumeric: true, isMono: false)
    }

    package static func share(_ title: String = "Share") -> Column {
      Column(title: title, isNumeric: true, isMono: false, hasBar: true)
    }

    package static func trend(_ title: String) -> Column {
      Column(title: title, isNumeric: false, isMono: false, isTrend: true)
    }
  }

  package struct Cell: Hashable, Sendable {
    package var text: String
    /// From 0 to 1; the length of the bar.
    package var share: Double?
    /// How far the text is set in, in steps.
    package var indent = 0
    /// What a reader may want explained.
    package var explanation: String?
    /// What is drawn instead of the text, where a format can.
    package private(set) var trend: Sparkline?

    /// A course over time; `explanation` says in words what is to be seen.
    package init(_ trend: Sparkline?, explanation: String) {
      text = trend?.text ?? "–"
      self.trend = trend
      self.explanation = trend.map { _ in SafeText.visible(explanation) }
    }

    package init(
      _ text: String, share: Double? = nil, indent: Int = 0, explanation: String? = nil
    ) {
      self.text = SafeText.visible(text)
      self.share = share
      self.indent = indent
      self.explanation = explanation.map { SafeText.visible($0) }
    }
  }
}

extension ReportTable.Cell: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }
}
