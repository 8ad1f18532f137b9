import ArgumentParser
import Charts
import LiveCapture
import Reporting

/// Which packets of a capture are wanted.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Analyse only packets that pass this filter, in libpcap's syntax.", valueName: "BPF"))
  var filter: String?

  @Option(
    help: ArgumentHelp(
      "Leave out packets before this time: 2026-11-23T10:00:00Z, or seconds since 1970.",
      valueName: "TIME"))
  var from: TimeArgument?

  @Option(help: ArgumentHelp("Leave out packets after this time.", valueName: "TIME"))
  var to: TimeArgument?

  mutating func validate() throws {
    if let from, let to, to.time < from.time {
      throw ValidationError("--to is before --from: no packet can be in between")
    }
  }

  func selection() throws -> PacketSelection {
    var selection = try Self.selection(filter: filter)
    selection.from = from?.time
    selection.to = to?.time
    return selection
  }

  /// What passes a filter, at any time.
  static func selection(filter: String?) throws -> PacketSelection {
    var selection = PacketSelection()
    guard let filter else { return selection }
    do {
      selection.filter = try PacketFilter(filter)
    } catch {
      throw CommandFailure(
        "the filter '\(filter)' is wrong: \(error); see pcap-filter(7) for the syntax")
    }
    return selection
  }

  /// As the appendix of a report shows them.
  var settings: [ReportOptions.Setting] {
    let given: [(String, String?)] = [
      ("--filter", filter), ("--from", from.map { ClockFormat.rfc3339($0.time) }),
      ("--to", to.map { ClockFormat.rfc3339($0.time) }),
    ]
    return given.compactMap { name, value in
      value.map { ReportOptions.Setting(name: name, value: $0) }
    }
  }
}
