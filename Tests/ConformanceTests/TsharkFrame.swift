import Foundation
import TestSupport
import Testing

/// The fields of one frame that tshark prints.
struct TsharkFrame {
  private static let fields = [
    "frame.protocols", "frame.len", "frame.cap_len", "frame.time_epoch", "ip.src", "ip.dst",
    "ipv6.src", "ipv6.dst", "tcp.srcport", "tcp.dstport", "udp.srcport", "udp.dstport",
    "tcp.stream", "tcp.flags", "tcp.analysis.initial_rtt", "tcp.analysis.retransmission",
    "tcp.analysis.fast_retransmission", "tcp.analysis.spurious_retransmission",
    "tcp.analysis.out_of_order", "tcp.analysis.duplicate_ack", "tcp.analysis.lost_segment",
    "tcp.analysis.ack_lost_segment", "tcp.analysis.zero_window",
    "tcp.analysis.zero_window_probe", "tcp.analysis.window_full", "tcp.analysis.window_update",
    "tcp.analysis.keep_alive", "tcp.analysis.keep_alive_ack", "dns.flags.response",
    "dns.qry.name", "dns.qry.type", "dns.flags.rcode", "dns.time", "http.request.method",
    "http.response.code", "http.host", "http.user_agent", "http.time", "tls.handshake.type",
    "tls.handshake.extensions_server_name", "tls.handshake.ja3", "tls.handshake.version",
    "tls.handshake.extensions.supported_version", "arp.opcode", "icmp.type", "icmpv6.type",
  ]
  /// Between the values of a field: no text that tshark prints has it.
  private static let unitSeparator = "\u{1F}"

  private let values: [String: [String]]

  private init(_ line: Substring) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    var values: [String: [String]] = [:]
    for (field, column) in zip(Self.fields, columns) where !column.isEmpty {
      values[field] = column.split(separator: Character(Self.unitSeparator)).map(String.init)
    }
    self.values = values
  }

  /// All values of a field, in the order of layers.
  subscript(field: String) -> [String] { values[field] ?? [] }

  /// Names of layers, the outermost first.
  var protocols: [Substring] { self["frame.protocols"].first?.split(separator: ":") ?? [] }

  /// The frames of a capture, by one run of tshark.
  static func all(of capture: URL) throws -> [TsharkFrame] {
    let tshark = try #require(Tool("tshark"))
    let options = [
      "-n", "-r", capture.path, "-T", "fields", "-E", "separator=/t", "-E", "occurrence=a",
      "-E", "aggregator=\(unitSeparator)",
    ]
    let outcome = try tshark.run(options + fields.flatMap { ["-e", $0] })
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.text.split(separator: "\n").map(TsharkFrame.init)
  }
}
