import Anonymization
import ArgumentParser
import CaptureFormats
import LiveCapture

/// What live mode watches: interfaces, a stream, a file that is played back or one that grows.
struct LiveInputOptions: ParsableArguments {
  @OptionGroup var interfaces: InterfaceOptions

  @Argument(
    help: ArgumentHelp("'-' reads a pcap or pcapng stream on standard input.", valueName: "-"))
  var stream: String?

  @Option(
    help: ArgumentHelp(
      "Play a saved capture back, as if it happened now.", valueName: "FILE"),
    completion: .file())
  var replay: String?

  @Option(
    help: ArgumentHelp(
      "How many times faster than recorded: 1, 10, 0.5, or max.", valueName: "FACTOR"))
  var speed = ReplaySpeed.factor(1)

  @Option(
    help: ArgumentHelp("Read a capture file that another program writes.", valueName: "FILE"),
    completion: .file())
  var follow: String?

  @OptionGroup var selection: SelectionOptions

  mutating func validate() throws {
    if let stream, stream != "-" {
      throw ValidationError(
        "'\(stream)' is not an interface option: take -i \(stream) to capture on it, "
          + "--replay \(stream) to play a file back, or - for standard input")
    }
    let sources = [!interface.isEmpty, stream != nil, replay != nil, follow != nil]
    switch sources.filter({ $0 }).count {
    case 0:
      throw ValidationError(
        "say what to watch: -i INTERFACE ('packetpress interfaces' lists them), -, --replay FILE "
          + "or --follow FILE")
    case 1: break
    default: throw ValidationError("-i, -, --replay and --follow exclude each other")
    }
    if !interface.isEmpty, selection.from != nil || selection.to != nil {
      throw ValidationError("--from and --to are for saved packets; take --duration with -i")
    }
  }

  /// The names given with `-i`.
  var interface: [String] { interfaces.interface }

  /// What is watched, in words.
  var title: String {
    if let replay { return "\(replay), played back" }
    if let follow { return "\(follow), as it grows" }
    return stream == nil ? interface.joined(separator: ", ") : "standard input"
  }

  /// The same for a report, which may hide what files and interfaces are called.
  func title(shownBy anonymizer: Anonymizer?) -> String {
    guard let anonymizer else { return title }
    if let replay { return "\(anonymizer.file(replay)), played back" }
    if let follow { return "\(anonymizer.file(follow)), as it grows" }
    return stream == nil
      ? interface.map { anonymizer.interface($0) }.joined(separator: ", ") : title
  }

  /// How the folder of the report is called when nobody says.
  var folderName: String {
    let name = replay ?? follow ?? stream
    return "live-" + (name.map { OutputName.of([$0]) } ?? interface.joined(separator: "-"))
  }
}

/// The value of `--speed`.
enum ReplaySpeed: ExpressibleByArgument, Equatable {
  case factor(Double)
  case unlimited

  init?(argument: String) {
    if argument == "max" {
      self = .unlimited
    } else if let factor = Double(argument), factor > 0, factor <= 1e6 {
      self = .factor(factor)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .factor(let factor): factor == 1 ? "1" : "\(factor)"
    case .unlimited: "max"
    }
  }

  /// Nil is without limit.
  var factor: Double? {
    if case .factor(let factor) = self { factor } else { nil }
  }
}
