import Anonymization
import Findings
import Reporting
import TrafficAnalysis

/// What a report shows: what was analysed and judged, or its image where nobody is to be known.
struct Disguise: Sendable {
  /// Nil shows everything.
  let anonymizer: Anonymizer?

  func callAsFunction(_ snapshot: Snapshot) -> Snapshot {
    anonymizer?.snapshot(snapshot) ?? snapshot
  }

  /// `shown` is what became of the snapshot that was judged.
  func callAsFunction(
    _ verdict: Verdict, on shown: Snapshot, settings: FindingSettings
  ) -> Verdict {
    anonymizer?.verdict(verdict, on: shown, settings: settings) ?? verdict
  }

  /// A sentence of our own, which may name an interface.
  func callAsFunction(_ sentence: String) -> String { anonymizer?.sentence(sentence) ?? sentence }

  func callAsFunction(file: String) -> String { anonymizer?.file(file) ?? file }

  /// Options as the appendix of a report shows them.
  func callAsFunction(_ options: ReportOptions) -> ReportOptions {
    guard anonymizer != nil else { return options }
    var result = options
    for place in result.settings.indices where result.settings[place].name == "--filter" {
      result.settings[place].value = Anonymizer.hiddenFilter
    }
    result.settings.append(ReportOptions.Setting(name: "--anonymize", value: "yes"))
    return result
  }

  func callAsFunction(_ page: LivePage) -> LivePage {
    guard let anonymizer else { return page }
    var result = page
    for place in page.interfaces.indices {
      result.interfaces[place].name = anonymizer.interface(page.interfaces[place].name)
    }
    result.notices = page.notices.map { anonymizer.sentence($0) }
    result.saved = page.saved.map { anonymizer.file($0) }
    return result
  }
}
