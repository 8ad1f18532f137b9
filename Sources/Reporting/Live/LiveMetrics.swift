import CaptureFormats

extension LiveStatus {
  /// The text format of Prometheus, version 0.0.4.
  package var metrics: [UInt8] {
    let totals =
      metric("packets_total", .counter, "Packets analysed since the start.", page.packets)
      + metric("bytes_total", .counter, "Their bytes on the wire.", page.bytes)
      + dropped + interfaces
      + metric("flows", .gauge, "Flows that saw a packet within the window.", page.activeFlows)
    let report =
      metric("report_generation", .gauge, "Reports since the start.", page.generation)
      + metric(
        "report_timestamp_seconds", .gauge, "When the newest report was made, since 1970.",
        [(labels: [], value: ExactTime.seconds(page.updated.nanoseconds))])
      + metric(
        "build_info", .gauge, "The program; always 1.",
        [(labels: [("version", version)], value: "1")])
    return Array((totals + report).utf8)
  }

  private typealias Label = (name: String, value: String)

  private enum Kind: String { case counter, gauge }

  /// By interface where there are any, and nothing where nobody counts.
  private var dropped: String {
    let help = "Packets lost by the kernel and by interfaces."
    guard !page.interfaces.isEmpty else {
      return page.dropped.map { metric("dropped_total", .counter, help, $0) } ?? ""
    }
    let samples = page.interfaces.flatMap { interface -> [(labels: [Label], value: String)] in
      let name = ("interface", interface.name)
      return [
        (labels: [name, ("by", "kernel")], value: "\(interface.dropped)"),
        (labels: [name, ("by", "interface")], value: "\(interface.droppedByInterface)"),
      ]
    }
    return metric("dropped_total", .counter, help, samples)
  }

  private var interfaces: String {
    guard !page.interfaces.isEmpty else { return "" }
    return each("interface_up", .gauge, "Whether packets can come from it.") {
      $0.state == "up" ? 1 : 0
    } + each("interface_received_total", .counter, "Packets received from it.") { $0.received }
  }

  private func each(
    _ name: String, _ kind: Kind, _ help: String, _ value: (LivePage.Interface) -> UInt64
  ) -> String {
    metric(
      name, kind, help,
      page.interfaces.map { (labels: [("interface", $0.name)], value: "\(value($0))") })
  }

  private func metric(_ name: String, _ kind: Kind, _ help: String, _ value: UInt64) -> String {
    metric(name, kind, help, [(labels: [], value: "\(value)")])
  }

  private func metric(
    _ name: String, _ kind: Kind, _ help: String, _ samples: [(labels: [Label], value: String)]
  ) -> String {
    let full = "packetpress_\(name)"
    let lines = samples.map { sample -> String in
      let labels = sample.labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
      let set = labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}"
      return "\(full)\(set) \(sample.value)\n"
    }
    return "# HELP \(full) \(help)\n# TYPE \(full) \(kind.rawValue)\n" + lines.joined()
  }

  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(scalar)
      }
    }.joined()
  }
}
