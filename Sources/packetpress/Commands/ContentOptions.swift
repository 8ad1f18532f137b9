import ArgumentParser
import Charts
import Findings
import Reporting

/// What of a report is wanted.
struct ContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A chart to leave out; may be repeated ('packetpress charts --list' lists them).",
      valueName: "NAME"))
  var noChart: [String] = []

  @Option(
    help: ArgumentHelp("The only section that is wanted; may be repeated.", valueName: "NAME"))
  var onlySection: [String] = []

  @Option(help: ArgumentHelp("A section to leave out; may be repeated.", valueName: "NAME"))
  var hideSection: [String] = []

  mutating func validate() throws {
    for name in noChart { try Self.checkChart(name) }
    for name in onlySection + hideSection {
      try Self.check(name, kind: "section", among: ReportLayout.sectionIDs)
    }
  }

  static func checkChart(_ name: String) throws {
    try check(name, kind: "chart", among: ChartCatalog.ids)
  }

  private static func check(_ name: String, kind: String, among names: [String]) throws {
    guard !names.contains(name) else { return }
    let hint = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    let known = hint ?? "there are \(names.joined(separator: ", "))"
    throw ValidationError("no \(kind) is called '\(name)'; \(known)")
  }

  func apply(to options: inout ReportOptions) {
    options.hiddenCharts = Set(noChart)
    options.sections.only = Set(onlySection)
    options.sections.hidden = Set(hideSection)
  }
}
