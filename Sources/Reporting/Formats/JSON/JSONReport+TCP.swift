import TrafficAnalysis

extension JSONReport {
  func writeTCP(_ json: inout JSONWriter) {
    let tcp = snapshot.tcp
    json.object("tcp") { json in
      for (name, count) in counters(of: tcp) { json.field(name, count) }
      json.line("flags") { line in
        for (name, count) in flags(of: tcp.flags) { line.field(name, count) }
      }
      json.milliseconds("handshake_rtt_ms", tcp.handshakeRTT)
      json.object("states") { json in
        for state in ConnectionState.allCases {
          if let count = tcp.states[state] { json.field(state.rawValue, count) }
        }
      }
    }
  }

  private func counters(of tcp: TCPSummary) -> [(String, UInt64)] {
    [
      ("packets", tcp.packets), ("connections", tcp.connections),
      ("established", tcp.established), ("retransmissions", tcp.retransmissions),
      ("fast_retransmissions", tcp.fastRetransmissions),
      ("spurious_retransmissions", tcp.spuriousRetransmissions),
      ("out_of_order", tcp.outOfOrder), ("duplicate_acks", tcp.duplicateACKs),
      ("lost_segments", tcp.lostSegments), ("acked_unseen_segments", tcp.ackedUnseenSegments),
      ("zero_windows", tcp.zeroWindows), ("zero_window_probes", tcp.zeroWindowProbes),
      ("window_full", tcp.windowFull), ("window_updates", tcp.windowUpdates),
      ("keep_alives", tcp.keepAlives), ("keep_alive_acks", tcp.keepAliveACKs),
      ("resets", tcp.resets),
    ]
  }

  private func flags(of flags: TCPFlagCounts) -> [(String, UInt64)] {
    [
      ("syn", flags.syn), ("syn_ack", flags.synACK), ("fin", flags.fin), ("rst", flags.rst),
      ("psh", flags.psh), ("ack", flags.ack), ("urg", flags.urg), ("ece", flags.ece),
      ("cwr", flags.cwr),
    ]
  }
}
