import CaptureFormats
package import Charts
package import Findings
package import TrafficAnalysis
internal import Wording

/// What charts over time point out: when findings are to be seen, and that packets were dropped.
package enum FindingMarks {
  package static func marks(_ judgement: Judgement, _ snapshot: Snapshot) -> [TimeMark] {
    let times = times(of: judgement.findings, snapshot)
    let marks = judgement.findings.compactMap { finding -> TimeMark? in
      let time = finding.time ?? finding.packets.lazy.compactMap { times[$0] }.first
      guard let time else { return nil }
      return TimeMark(time: time, label: finding.title, tone: tone(finding.severity))
    }
    guard let drops = snapshot.capture.drops, drops > 0 else { return marks }
    // A capture says how many it lost, not when.
    let words: Phrase = "\(Words.counted(drops, "packet")) dropped by the capture at unknown times"
    return marks + [TimeMark(time: nil, label: words, tone: .warning)]
  }

  private static func tone(_ severity: Severity) -> Tone {
    switch severity {
    case .note: .note
    case .warning: .warning
    case .error: .error
    }
  }

  /// When packets came that findings name, as far as the snapshot knows them one by one.
  private static func times(
    of findings: [Finding], _ snapshot: Snapshot
  ) -> [UInt64: Timestamp] {
    let wanted = Set(findings.filter { $0.time == nil }.flatMap(\.packets))
    var times: [UInt64: Timestamp] = [:]
    guard !wanted.isEmpty else { return times }
    for kind in SightingKind.allCases {
      for sighting in snapshot.observations.sightings[kind] where wanted.contains(sighting.number) {
        times[sighting.number] = Timestamp(nanoseconds: sighting.time)
      }
    }
    for row in snapshot.conversations.rows where wanted.contains(row.firstPacket) {
      times[row.firstPacket] = row.start
    }
    for packet in snapshot.recentPackets where wanted.contains(packet.number) {
      times[packet.number] = packet.time
    }
    return times
  }
}
