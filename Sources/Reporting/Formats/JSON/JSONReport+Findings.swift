import Findings
internal import Wording

extension JSONReport {
  func writeFindings(_ json: inout JSONWriter) {
    json.key("findings")
    json.array { list in
      for finding in verdict.judgement.findings { list.object { write(finding, to: &$0) } }
    }
    json.rows("findings_further", verdict.judgement.further) { row, further in
      row.field("id", further.id)
      row.field("severity", further.severity.rawValue)
      row.field("count", further.count)
    }
    json.rows("findings_held_back", verdict.judgement.heldBack) { row, held in
      row.field("id", held.id)
      row.field("count", held.count)
      row.field("reason", held.doubt.reason.text)
    }
  }

  func writeExpectations(_ json: inout JSONWriter) {
    json.rows("expectations", verdict.expectations) { row, result in
      row.field("name", result.name)
      row.field("expected", result.expected)
      row.field("measured", result.measured.text)
      row.field("unit", result.unit)
      row.field("passed", result.outcome == .passed)
      row.field("inconclusive", result.outcome == .inconclusive)
      row.field("outcome", result.outcome.rawValue)
      row.field("reason", result.reason?.text)
      row.field("subject", result.subject)
      row.list("packets", result.packets)
    }
  }

  private func write(_ finding: Finding, to json: inout JSONWriter) {
    json.field("id", finding.id)
    json.field("severity", finding.severity.rawValue)
    json.field("title", finding.title.text)
    json.field("group", finding.group.rawValue)
    json.field("detail", finding.detail.text)
    json.key("measured")
    json.value(finding.measured)
    json.key("threshold")
    json.value(finding.threshold)
    json.field("unit", finding.unit.rawValue)
    json.field("subject", finding.subject.text)
    json.field("first_packet", finding.firstPacket)
    json.list("packets", finding.packets)
    json.field("filter", finding.filter)
    json.field("advice", finding.advice.text)
    json.field("evidence", finding.evidence)
  }
}
