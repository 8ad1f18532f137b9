package import TrafficAnalysis
internal import Wording

extension Judgement {
  fileprivate struct Key: Hashable {
    var id: String
    var subject: FindingSubject
    var packets: [UInt64]
  }

  /// The same judgement in the words for `snapshot`, which differs from the one that was judged only in
  /// how everybody is called; `subject` says how.
  package func retold(
    of snapshot: Snapshot, settings: FindingSettings,
    subject: (FindingSubject) -> FindingSubject
  ) -> Judgement {
    let context = FindingContext(snapshot, settings: settings)
    let ids = Set(findings.map(\.id))
    var images: [Key: [Finding]] = [:]
    for rule in FindingCatalog.all where ids.contains(rule.id) {
      for finding in rule.findings(in: context) {
        images[finding.key(finding.subject), default: []].append(finding)
      }
    }
    return replacing { finding in
      let image = subject(finding.subject)
      let key = finding.key(image)
      guard var found = images[key], !found.isEmpty else { return finding.untold(of: image) }
      defer { images[key] = found }
      return finding.told(as: found.removeFirst())
    }
  }
}

extension Finding {
  fileprivate func key(_ subject: FindingSubject) -> Judgement.Key {
    guard case .pair(let one, let other) = subject, other < one else {
      return Judgement.Key(id: id, subject: subject, packets: packets)
    }
    // Two that are alike stand in the order of their addresses, which differs.
    return Judgement.Key(id: id, subject: .pair(other, one), packets: packets)
  }

  /// What was judged stays, even where a rule looks at addresses; who it was is told by `image`.
  fileprivate func told(as image: Finding) -> Finding {
    var result = self
    result.subject = image.subject
    result.detail = image.detail
    result.filter = image.filter
    return result
  }

  /// Without a sentence, as that tells of the original.
  fileprivate func untold(of image: FindingSubject) -> Finding {
    var result = self
    result.subject = image
    result.detail = "\(title)."
    result.filter = DisplayFilter.frames(packets)
    return result
  }
}
