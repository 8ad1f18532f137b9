package import Charts
package import Wording

/// Rows under heads, the same in every format.
package struct ReportTable: Sendable {
  /// Names the table in anchors and, with ``csv``, its file.
  package var id: String
  package var caption: Phrase
  package var columns: [Column]
  package var rows: [[Cell]] = []
  /// What the rows leave out, as a last row of its own.
  package var others: [Cell]?
  /// The name of the CSV file that holds the whole table.
  package var csv: String?

  package init(id: String, caption: Phrase, columns: [Column], csv: String? = nil) {
    self.id = id
    self.caption = caption
    self.columns = columns
    self.csv = csv
  }

  package struct Column: Hashable, Sendable {
    package var title: Phrase
    package var unit: Phrase?
    package var isNumeric: Bool
    package var isMono: Bool
    /// Cells of the column have a thin bar behind their text.
    package var hasBar = false
    /// Cells of the column are drawn: small columns over time.
    package var isTrend = false

    package static func text(_ title: Phrase, mono: Bool = false) -> Column {
      Column(title: title, isNumeric: false, isMono: mono)
    }

    package static func number(_ title: Phrase, unit: Phrase? = nil) -> Column {
      Column(title: title, unit: unit, isNumeric: true, isMono: false)
    }

    package static func share(_ title: Phrase = "Share") -> Column {
      Column(title: title, isNumeric: true, isMono: false, hasBar: true)
    }

    package static func trend(_ title: Phrase) -> Column {
      Column(title: title, isNumeric: false, isMono: false, isTrend: true)
    }
  }

  package struct Cell: Hashable, Sendable {
    package var words: Phrase
    /// From 0 to 1; the length of the bar.
    package var share: Double?
    /// How far the text is set in, in steps.
    package var indent = 0
    /// What a reader may want explained.
    package var meaning: Phrase?
    /// What is drawn instead of the text, where a format can.
    package private(set) var trend: Sparkline?

    /// A course over time; `explanation` says in words what is to be seen.
    package init(_ trend: Sparkline?, explanation: Phrase) {
      words = Phrase(verbatim: trend?.text ?? "–")
      self.trend = trend
      self.meaning = trend.map { _ in explanation.changed { SafeText.visible($0) } }
    }

    package init(
      _ words: Phrase, share: Double? = nil, indent: Int = 0, explanation: Phrase? = nil
    ) {
      self.words = words.changed { SafeText.visible($0) }
      self.share = share
      self.indent = indent
      meaning = explanation.map { words in words.changed { SafeText.visible($0) } }
    }

    /// With text that is the same in every language.
    package init(
      _ text: String, share: Double? = nil, indent: Int = 0, explanation: Phrase? = nil
    ) {
      self.init(
        Phrase(verbatim: text), share: share, indent: indent, explanation: explanation)
    }

    /// The same with an explanation that is as much the same.
    package init(
      _ text: String, share: Double? = nil, indent: Int = 0, explanation: String?
    ) {
      self.init(
        text, share: share, indent: indent,
        explanation: explanation.map(Phrase.init(verbatim:)) as Phrase?)
    }

    package var text: String { words.text }
    package var explanation: String? { meaning?.text }
  }
}

extension ReportTable.Cell: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(Phrase(stringLiteral: value)) }

  package init(stringInterpolation: Phrase.Interpolation) {
    self.init(Phrase(stringInterpolation: stringInterpolation))
  }
}
