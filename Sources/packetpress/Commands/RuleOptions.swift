import ArgumentParser
import Findings

/// Which rules judge a capture, and by which bounds.
struct RuleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A rule that is not to judge; may be repeated ('packetpress findings' lists them).",
      valueName: "ID"))
  var findingOff: [String] = []

  @Option(
    help: ArgumentHelp(
      "A rule to judge that does not by default; may be repeated.", valueName: "ID"))
  var findingOn: [String] = []

  @Option(
    help: ArgumentHelp(
      "A bound of a rule, as in tcp-retransmissions.warning=3; may be repeated.",
      valueName: "NAME=VALUE"))
  var threshold: [String] = []

  mutating func validate() throws { _ = try settings() }

  /// `file` is what a file of expectations says; the command line comes first.
  func settings(over file: FindingSettings = FindingSettings()) throws -> FindingSettings {
    var settings = file
    do throws(FindingSettings.Problem) {
      for id in findingOff { try settings.set(id, isOn: false) }
      for id in findingOn { try settings.set(id, isOn: true) }
      for bound in threshold {
        let parts = bound.split(separator: "=", maxSplits: 1).map(String.init)
        try settings.set(parts[0], to: parts.count > 1 ? parts[1] : "")
      }
    } catch {
      throw ValidationError(Self.text(error))
    }
    return settings
  }

  private static func text(_ problem: FindingSettings.Problem) -> String {
    switch problem {
    case .noRule(let id, let known):
      "no finding is called '\(id)'\(suggestion(id, known)); 'packetpress findings' lists them"
    case .noThreshold(let key, let known):
      "no bound is called '\(key)'\(suggestion(key, known)); 'packetpress findings' lists them"
    case .noValue(let text, let key):
      "--threshold \(key) takes a number from 0, not '\(text)': write \(key)=5"
    }
  }

  private static func suggestion(_ name: String, _ known: [String]) -> String {
    Spelling.nearest(to: name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }
}
