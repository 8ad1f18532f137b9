package import Charts
package import Wording

/// What a report is to be like.
package struct ReportOptions: Sendable {
  /// nil takes the capture's name.
  package var title: String?
  /// Rows shown of a table, before an "others" row.
  package var top = 10
  /// Rows of tables in JSON and CSV, 0 for all; applied when the snapshot is taken, told here.
  package var maxRows = 1_000
  package var clock = ClockFormat.utc
  package var theme = ReportTheme.auto
  /// Of everything that readers are shown; data for machines stays English.
  package var language = Language.english
  package var paper = Paper.a4
  /// Pages of the PDF at most; 0 is no limit.
  package var pdfPages = 40
  package var branding = Branding()
  /// Of the program, as `--version` says it.
  package var version = ""
  /// The options that were given, for the appendix.
  package var settings: [Setting] = []
  /// Everything in `index.html`.
  package var isSingleFile = false
  /// Whether a script sorts and filters tables; without it, nothing is missing that was there before.
  package var hasScript = true
  package var formats = Set(ReportFormat.files)
  /// Charts that are not wanted, by their names.
  package var hiddenCharts: Set<String> = []
  package var sections = SectionChoice()
  /// Set while a capture goes on: the page says so and keeps itself up to date.
  package var live: LivePage?

  package init() {}

  package struct Setting: Hashable, Sendable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
}
