extension Sequence<Finding> {
  /// The worst finding of each subject, with the packets of the others of it behind its own.
  func oneEach() -> [Finding] {
    var found: [FindingSubject: Finding] = [:]
    for finding in self {
      guard let known = found[finding.subject] else {
        found[finding.subject] = finding
        continue
      }
      let isWorse =
        (finding.severity, finding.measured) > (known.severity, known.measured)
      var worst = isWorse ? finding : known
      let others = (isWorse ? known : finding).packets.filter { !worst.packets.contains($0) }
      worst.packets = Array((worst.packets + others).prefix(Finding.packetLimit))
      found[finding.subject] = worst
    }
    return Array(found.values)
  }
}
