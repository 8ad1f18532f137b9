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
      json.milliseconds("handshake_to_server_ms", tcp.handshakeToServer)
      json.milliseconds("handshake_to_client_ms", tcp.handshakeToClient)
      json.milliseconds("data_rtt_ms", tcp.dataRTT)
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
      ("zero_window_probe_acks", tcp.zeroWindowProbeACKs),
      ("window_full", tcp.windowFull), ("window_updates", tcp.windowUpdates),
      ("keep_alives", tcp.keepAlives), ("keep_alive_acks", tcp.keepAliveACKs),
      ("resets", tcp.resets), ("resets_by_client", tcp.resetsByClient),
      ("resets_by_server", tcp.resets &- min(tcp.resetsByClient, tcp.resets)),
      ("sack_blocks", tcp.sackBlocks), ("payload_bytes", tcp.payloadBytes),
      ("retransmitted_bytes", tcp.retransmittedBytes),
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
