import Findings
import FoundationEssentials
import Reporting
import TrafficAnalysis

/// Judges a snapshot as the options say, and tells whoever is to know.
struct Judge {
  private let options: JudgementOptions
  let settings: FindingSettings
  private let expectations: ExpectationFile?

  /// Reads the file of expectations, so that what is wrong with it is known before the captures are read.
  init(_ options: JudgementOptions) throws {
    self.options = options
    expectations = try options.expect.map(Self.read)
    settings = try options.rules.settings(over: expectations?.settings ?? FindingSettings())
  }

  private static func read(_ path: String) throws -> ExpectationFile {
    guard let bytes = FileSystem.contents(of: path, limit: ExpectationFile.byteLimit) else {
      throw CommandFailure("cannot read the expectations in \(path)")
    }
    do throws(ExpectationProblem) {
      return try ExpectationFile(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw CommandFailure(error.text(file: path))
    }
  }

  /// The last verdict of a run also tells of suppressions that were not used.
  func verdict(on snapshot: Snapshot, isLast: Bool = true) -> Verdict {
    guard let expectations else {
      return Verdict(judgement: Judgement(snapshot, settings: settings))
    }
    let result = expectations.verdict(on: snapshot, settings: settings, today: Self.today)
    for unused in result.judged.unused where isLast {
      Message.note("a suppression of \(unused.id) is not used; it can go")
    }
    return Verdict(judgement: result.judged.judgement, expectations: result.results)
  }

  /// The exit status that a verdict asks for.
  func status(_ verdict: Verdict) -> Int32 {
    verdict.exitStatus(failOn: options.failOn.severity)
  }

  /// Writes the files that were asked for, and says on standard error why the status is not 0.
  ///
  /// `directory` is where the report is, empty without one.
  func tell(_ verdict: Verdict, of paths: [String], directory: String) throws {
    let judged = JudgedCapture(
      verdict, paths: paths, settings: settings, failOn: options.failOn.severity,
      version: PacketpressCommand.version, directory: directory)
    do {
      if let path = options.junit { try FileSystem.replace(path, with: JUnitReport(judged).bytes) }
      if let path = options.sarif { try FileSystem.replace(path, with: SARIFReport(judged).bytes) }
      if let path = options.codeQuality {
        try FileSystem.replace(path, with: CodeQualityReport(judged).bytes)
      }
    } catch {
      throw CommandFailure(error)
    }
    if isAnnotating {
      StandardStream.write(Array(GitHubAnnotations(judged).text.utf8), to: 1)
    }
    guard status(verdict) != 0 else { return }
    Message.verdict(VerdictLines(judged, from: options.failOn.severity ?? .error).text)
  }

  private var isAnnotating: Bool {
    switch options.annotations {
    case .always: true
    case .never: false
    case .auto: ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true"
    }
  }

  /// In UTC. Only suppressions that expire ask for it.
  private static var today: CalendarDate {
    let now = ExactTime.rfc3339(MonotonicClock.timeOfDay())
    return CalendarDate(String(now.prefix(10))) ?? CalendarDate(year: 2000, month: 1, day: 1)!
  }
}
