import ArgumentParser
import Findings

/// Which rules judge a capture, and what follows from it.
struct JudgementOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there is a finding as bad as this: note, warning, error or never.",
      valueName: "LEVEL"))
  var failOn = FailLevel.never

  @Flag(help: "Write no packets of findings into evidence/.")
  var noEvidence = false

  @OptionGroup(title: "Findings") var rules: RuleOptions

  /// Judges, and says whether the exit status is to tell of it.
  func fails(_ judgement: Judgement) -> Bool {
    failOn.severity.map(judgement.reaches) ?? false
  }
}
