/// Names of the files with the packets of findings.
package enum EvidenceName {
  package static let directory = "evidence"

  /// "evidence/tcp-retransmissions-001.pcapng" for the first finding of that rule, and so on; nil for
  /// findings that show no packet, or none that may be shown.
  package static func paths(of findings: [Finding]) -> [String?] {
    var numbers: [String: Int] = [:]
    return findings.map { finding in
      guard !finding.packets.isEmpty, FindingCatalog.rule(finding.id)?.showsPackets == true else {
        return nil
      }
      numbers[finding.id, default: 0] += 1
      return path(finding.id, numbers[finding.id] ?? 1)
    }
  }

  /// Every name that a report can give.
  package static var all: [String] {
    FindingCatalog.all.flatMap { rule in (1...Judgement.findingsEach).map { path(rule.id, $0) } }
  }

  private static func path(_ id: String, _ number: Int) -> String {
    let digits = String(number)
    return
      "\(directory)/\(id)-\(String(repeating: "0", count: max(0, 3 - digits.count)))\(digits).pcapng"
  }
}
