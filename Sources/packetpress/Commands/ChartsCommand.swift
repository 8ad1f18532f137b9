import ArgumentParser
import Charts
import Findings
import Reporting
import TrafficAnalysis
import Wording

/// `packetpress charts`: one chart of a capture as a picture.
struct ChartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charts",
    abstract: "Draw one chart as PNG, SVG or PDF.",
    discussion: """
      Draws a chart of the report alone, in any size. Findings are marked on charts
      over time. Where there is nothing to draw, the picture says why.

      EXAMPLES:
        packetpress charts --list
        packetpress charts capture.pcap --chart packet-rate -o rate.png
        packetpress charts capture.pcap --chart protocols --size 800x400 -o slide.svg
        packetpress charts *.pcap --chart host-matrix --theme dark --scale 3 -o m.png
        packetpress charts capture.pcap --chart handshake-times -o times.pdf
      """)

  enum Colours: String, ExpressibleByArgument, CaseIterable { case light, dark }

  @Argument(
    help: "Captures: files, directories, patterns; '-' is standard input.",
    completion: .file(extensions: ["pcap", "pcapng", "cap", "gz", "zst", "lz4"]))
  var captures: [String] = []

  @Flag(help: "List the charts and what each draws.")
  var list = false

  @Option(help: ArgumentHelp("Which chart.", valueName: "NAME"))
  var chart: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The picture, ending in .png, .svg or .pdf (default: <chart>.png).", valueName: "FILE"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Width and height in points (default: as in the report).", valueName: "WIDTHxHEIGHT"))
  var size: PictureSize?

  @Option(help: "Pixels of a PNG for each point, 0.5 to 8.")
  var scale = 2.0

  @Option(help: "Colours: light or dark.")
  var theme = Colours.light

  @Option(help: "Bars of a ranking.")
  var top = 10

  @Option(help: ArgumentHelp("Time zone of the times shown, 'Europe/Berlin'.", valueName: "ZONE"))
  var tz = "UTC"

  @OptionGroup var language: LanguageOptions

  @OptionGroup var selection: SelectionOptions

  @OptionGroup var geography: GeoOptions

  @OptionGroup(title: "Findings") var rules: RuleOptions

  @OptionGroup var bounds: BoundOptions

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  mutating func validate() throws {
    guard !list else { return }
    guard let chart else {
      throw ValidationError("name a chart with --chart; 'packetpress charts --list' lists them")
    }
    try ContentOptions.checkChart(chart)
    guard !captures.isEmpty else { throw ValidationError("name at least one capture") }
    guard Picture.Format(path: path) != nil else {
      throw ValidationError("-o takes a file that ends in .png, .svg or .pdf, not '\(path)'")
    }
    guard top >= 1 else { throw ValidationError("--top takes a number from 1") }
    guard (0.5...8).contains(scale) else {
      throw ValidationError("--scale takes a number from 0.5 to 8")
    }
    guard ClockFormat(zoneNamed: tz) != nil else {
      throw ValidationError("--tz: no time zone '\(tz)'; take a name like Europe/Berlin or UTC")
    }
    if let size, size.size.width * size.size.height * scale * scale > Picture.pixelLimit {
      throw ValidationError("--size and --scale make more than 100 million pixels")
    }
  }

  private var path: String { output ?? "\(chart ?? "chart").png" }

  func run() throws {
    Message.configure(quiet: quiet, verbose: false)
    guard !list, let chart else {
      StandardStream.write(Array(Self.guide.utf8), to: 1)
      return
    }
    var options = bounds.analysisOptions()
    options.locator = try geography.locator()
    let settings = try rules.settings()
    let set = CaptureSet(captures)
    let run = AnalysisRun(
      options: options, workers: set.suitableWorkers, quiet: quiet)
    let result = try run.run(set, selection: try selection.selection())
    for failure in result.failures { Message.error(failure) }
    guard !result.snapshot.capture.files.isEmpty else { throw ExitCode(2) }
    try draw(chart, result.snapshot, Judgement(result.snapshot, settings: settings))
    if !result.failures.isEmpty { throw ExitCode(2) }
  }

  private func draw(_ name: String, _ snapshot: Snapshot, _ judgement: Judgement) throws {
    let options = ChartOptions(
      clock: ClockFormat(zoneNamed: tz) ?? .utc, top: top,
      marks: FindingMarks.marks(judgement, snapshot))
    guard let chart = ChartCatalog.chart(name, for: snapshot, options: options),
      let format = Picture.Format(path: path)
    else { return }
    let picture = Picture(
      figure: ChartFigure(chart), theme: colours, size: size?.size,
      scale: scale, time: snapshot.capture.firstPacket)
    do {
      try FileSystem.replace(path, with: picture.bytes(format))
    } catch {
      throw CommandFailure(error)
    }
    language.tellGaps()
  }

  private var colours: Theme {
    (theme == .dark ? Theme.dark : .light).speaking(language.language)
  }

  private static var guide: String {
    let width = ChartCatalog.ids.map(\.count).max() ?? 0
    return ChartCatalog.all.map { chart in
      chart.id + String(repeating: " ", count: width - chart.id.count + 2) + chart.subject.text
        + "\n"
    }.joined()
  }
}
