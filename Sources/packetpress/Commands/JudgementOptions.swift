import ArgumentParser
import Findings

/// How a capture is judged, what follows from it, and who is told.
struct JudgementOptions: ParsableArguments {
  enum Annotations: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Option(
    help: ArgumentHelp(
      "Hold the capture against the expectations in a YAML file ('packetpress learn' writes one).",
      valueName: "FILE"))
  var expect: String?

  @Option(
    help: ArgumentHelp(
      "Exit with 1 if there is a finding as bad as this: note, warning, error or never.",
      valueName: "LEVEL"))
  var failOn = FailLevel.never

  @Option(help: ArgumentHelp("Write the verdict as JUnit XML.", valueName: "FILE"))
  var junit: String?

  @Option(help: ArgumentHelp("Write the verdict as SARIF 2.1.0.", valueName: "FILE"))
  var sarif: String?

  @Option(help: ArgumentHelp("Write the verdict as GitLab's code quality.", valueName: "FILE"))
  var codeQuality: String?

  @Option(help: "Annotations of GitHub on standard output: auto (when run there), always or never.")
  var annotations = Annotations.auto

  @Flag(help: "Write no packets of findings into evidence/.")
  var noEvidence = false

  @OptionGroup(title: "Findings") var rules: RuleOptions

  /// Folders of the files that are written at the end, for a sandbox.
  var folders: [String] { [junit, sarif, codeQuality].compactMap { $0.map(FolderName.of) } }
}
