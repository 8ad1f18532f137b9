import Findings
import Testing
import TrafficAnalysis
import Wording

/// What holds of every rule.
struct FindingCatalogTests {
  @Test func identifiersAreUniqueAndReadWell() {
    let ids = FindingCatalog.all.map { $0.id }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)+/) != nil, "\(id)")
      #expect(FindingCatalog.rule(id)?.id == id)
    }
  }

  @Test func everyRuleSaysWhatItIsAbout() {
    for rule in FindingCatalog.all {
      #expect(!rule.title.text.isEmpty && !rule.title.text.hasSuffix("."), "\(rule.id)")
      #expect(rule.definition.hasSuffix("."), "\(rule.id)")
      #expect(rule.advice.text.hasSuffix("."), "\(rule.id)")
      #expect(!rule.source.isEmpty, "\(rule.id)")
    }
  }

  @Test func thresholdsBelongToTheirRule() {
    for rule in FindingCatalog.all {
      let names = rule.thresholds.map(\.name)
      #expect(Set(names).count == names.count, "\(rule.id)")
      for threshold in rule.thresholds {
        #expect(threshold.rule == rule.id)
        #expect(threshold.standard >= 0, "\(threshold.key)")
        #expect(!threshold.meaning.isEmpty, "\(threshold.key)")
      }
    }
  }

  @Test func rulesOfAGroupStandTogetherAndQualityComesFirst() {
    var seen: [FindingGroup] = []
    for rule in FindingCatalog.all where seen.last != rule.group {
      #expect(!seen.contains(rule.group), "\(rule.id)")
      seen.append(rule.group)
    }
    #expect(seen.first == .quality)
    #expect(seen == FindingGroup.allCases.filter(seen.contains))
  }

  @Test func nothingIsFoundInNothing() {
    let judgement = Judgement(Snapshot())
    #expect(judgement.findings.isEmpty)
    #expect(judgement.worst == nil)
    #expect(!judgement.reaches(.note))
  }
}
