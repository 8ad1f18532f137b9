import Findings
internal import Wording

extension SARIFReport {
  func writeDriver(to json: inout JSONWriter) {
    json.field("name", "Packetpress")
    if !judged.version.isEmpty { json.field("semanticVersion", judged.version) }
    json.key("rules")
    json.array { list in
      for rule in judged.rules { list.object { Self.write(rule, to: &$0) } }
      if !judged.verdict.expectations.isEmpty { list.object(Self.writeExpectationRule) }
    }
  }

  private static func write(_ rule: any FindingRule.Type, to json: inout JSONWriter) {
    json.field("id", rule.id)
    json.field("name", name(rule.id))
    json.message("shortDescription", rule.title.text)
    json.message("fullDescription", rule.definition)
    let bounds = rule.thresholds.map {
      "\($0.key): \(Quantity(value: $0.standard, unit: $0.unit)) \($0.meaning)."
    }
    json.object("help") { json in
      let source = "Defined after: \(rule.source)."
      json.field(
        "text", ([rule.advice.text, rule.definition] + bounds + [source]).joined(separator: "\n"))
      json.field(
        "markdown",
        ([rule.advice.text, "", rule.definition, ""] + bounds.map { "- \($0)" } + ["", source])
          .joined(separator: "\n"))
    }
    json.object("defaultConfiguration") { json in
      json.field("enabled", rule.isOnByDefault)
      json.field("level", "warning")
    }
    json.object("properties") { $0.list("tags", ["network", rule.group.rawValue]) }
  }

  private static func writeExpectationRule(to json: inout JSONWriter) {
    json.field("id", Problem.expectationCheck)
    json.field("name", "Expectation")
    json.message("shortDescription", "The traffic is not as expected")
    json.message(
      "fullDescription", "An expectation of the file that was given with --expect is not met.")
    json.message("help", "Look at the packets that are named, or change the expectation.")
    json.object("defaultConfiguration") { $0.field("level", "error") }
    json.object("properties") { $0.list("tags", ["network", Problem.expectationCheck]) }
  }

  /// "tcp-retransmissions" → "TcpRetransmissions": names are words of a programming language.
  private static func name(_ id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

extension JSONWriter {
  /// A text as SARIF writes it (section 3.11): braces are doubled, as single ones hold arguments, and no
  /// "[text](target)" is left, which would be a link. At most 1,000 units of UTF-16.
  mutating func message(_ name: String, _ text: String) {
    var result = String.UnicodeScalarView()
    var units = 0
    for scalar in SafeText.visible(text, limit: 1_000).unicodeScalars {
      let written: [Unicode.Scalar] =
        switch scalar {
        case "{", "}": [scalar, scalar]
        case "(" where result.last == "]": [" ", scalar]
        default: [scalar]
        }
      units += written.reduce(0) { $0 + UTF16.width($1) }
      guard units < 1_000 else {
        result.append("…")
        break
      }
      result.append(contentsOf: written)
    }
    object(name) { $0.field("text", String(result)) }
  }
}
