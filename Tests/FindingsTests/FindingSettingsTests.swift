import Findings
import Testing

struct FindingSettingsTests {
  @Test func turnsRulesOffAndOn() throws {
    var settings = FindingSettings()
    let rule = rule("tcp-retransmissions")
    #expect(settings.isOn(rule))
    try settings.set(rule.id, isOn: false)
    #expect(!settings.isOn(rule))
    try settings.set(rule.id, isOn: true)
    #expect(settings.isOn(rule))
  }

  @Test func refusesNamesThatAreNone() {
    var settings = FindingSettings()
    #expect(throws: FindingSettings.Problem.self) {
      try settings.set("tcp-retransmission", isOn: false)
    }
    #expect(throws: FindingSettings.Problem.self) {
      try settings.set("tcp-retransmissions", to: "1")
    }
  }

  @Test(arguments: ["", "two", "-1", "nan", "inf", "1,5"])
  func refusesValuesThatAreNoBound(text: String) {
    var settings = FindingSettings()
    #expect(throws: FindingSettings.Problem.noValue(text, for: "tcp-retransmissions.warning")) {
      try settings.set("tcp-retransmissions.warning", to: text)
    }
  }

  @Test func takesBounds() throws {
    var settings = FindingSettings()
    let threshold = rule("tcp-retransmissions").thresholds[0]
    #expect(settings[threshold] == threshold.standard)
    try settings.set(threshold.key, to: "7.5")
    #expect(settings[threshold] == 7.5)
  }
}
