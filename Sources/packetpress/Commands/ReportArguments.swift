import ArgumentParser
import Charts
import Reporting
import TrafficAnalysis

extension ReportFormat: ExpressibleByArgument {
  /// Those of `--stdout`, the only option that takes just one.
  public static var allValueStrings: [String] { standardOutput.map(\.rawValue) }
}
extension ReportTheme: ExpressibleByArgument {}
extension Paper: ExpressibleByArgument {}

/// What a report is to be like: the options of every command that writes one.
struct ReportArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Formats to write, with commas: html, pdf, png, json, csv, md (default: all; live writes pdf "
        + "and csv only at the end).",
      valueName: "LIST"))
  var format: FormatList?

  @Option(help: "Rows shown of a table.")
  var top = 10

  @Option(help: "Rows kept in JSON and CSV tables; 0 keeps all.")
  var maxRows = 1000

  @Option(help: "How many of the most recent packets are listed.")
  var recent = 10_000

  @Option(help: "Title of the report (default: the capture's name).")
  var title: String?

  @OptionGroup var branding: BrandingOptions

  @Option(help: ArgumentHelp("Time zone of the times shown, 'Europe/Berlin'.", valueName: "ZONE"))
  var tz = "UTC"

  @OptionGroup var language: LanguageOptions

  @Option(help: "Colours: light, dark, or auto as the reader has it.")
  var theme = ReportTheme.auto

  @Option(help: "Paper of the PDF: a4 or letter.")
  var paper = Paper.a4

  @Option(help: ArgumentHelp("Pages of the PDF at most; 0 prints everything.", valueName: "N"))
  var pdfPages = 40

  @Flag(help: "Put everything into index.html.")
  var singleFile = false

  @Flag(
    help: "Leave report.js out, for servers that forbid scripts and browsers that say so each time."
  )
  var noScript = false

  @OptionGroup var content: ContentOptions

  @OptionGroup var geography: GeoOptions

  @OptionGroup var vendors: VendorOptions

  @OptionGroup var anonymizing: AnonymizeOptions

  @OptionGroup var bounds: BoundOptions

  @OptionGroup var logging: LogOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more on the way.")
  var verbose = false

  mutating func validate() throws {
    guard top >= 1 else { throw ValidationError("--top takes a number from 1") }
    guard maxRows >= 0 else { throw ValidationError("--max-rows takes a number from 0") }
    guard pdfPages == 0 || (2...10_000).contains(pdfPages) else {
      throw ValidationError("--pdf-pages takes a number from 2 to 10000, or 0 for all")
    }
    guard (0...1_000_000).contains(recent) else {
      throw ValidationError("--recent takes a number from 0 to 1000000")
    }
    guard ClockFormat(zoneNamed: tz) != nil else {
      throw ValidationError("--tz: no time zone '\(tz)'; take a name like Europe/Berlin or UTC")
    }
  }

  var clock: ClockFormat { ClockFormat(zoneNamed: tz) ?? .utc }

  /// Opens what an analysis needs besides packets; something else takes some bytes of its memory.
  func analysisOptions(besides others: Int = 0) throws -> AnalysisOptions {
    var options = bounds.analysisOptions(besides: others)
    options.locator = try geography.locator()
    options.vendors = try vendors.directory()
    options.maxRows = maxRows == 0 ? 0 : max(maxRows, top)
    options.recentPackets = recent
    return options
  }

  /// The options of a report on the packets that `selection` lets through.
  func reportOptions(_ selection: SelectionOptions) -> ReportOptions {
    var options = ReportOptions()
    options.title = title
    options.top = top
    options.maxRows = maxRows
    options.clock = clock
    options.language = language.language
    options.theme = theme
    options.paper = paper
    options.pdfPages = pdfPages
    options.branding = branding.branding
    options.version = PacketpressCommand.version
    options.isSingleFile = singleFile
    options.hasScript = !noScript
    content.apply(to: &options)
    if let format { options.formats = format.formats }
    options.settings = selection.settings + settings
    return options
  }

  /// What was asked for, as the appendix shows it; nothing that leaves the numbers as they are.
  private var settings: [ReportOptions.Setting] {
    [
      ("--top", "\(top)"), ("--max-rows", "\(maxRows)"), ("--recent", "\(recent)"), ("--tz", tz),
    ].map { ReportOptions.Setting(name: $0.0, value: $0.1) }
  }
}
