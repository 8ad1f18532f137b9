import TrafficAnalysis
package import Wording

/// A web server fails to answer.
package enum HTTPServerErrors: FindingRule {
  package static let id = "http-server-errors"
  package static let title: Phrase = "A web server answers with errors"
  package static let group = FindingGroup.application
  package static let definition =
    "Responses of one port of a host with a status of 500 to 599, of all that it gave, in clear text."
  package static let advice: Phrase =
    "Look into the log of the server, or of what it asks in turn: 502 and 504 are a proxy's."
  package static let source = "RFC 9110 section 15.6"
  static let share = Threshold(id, "warning", 5, .percent, "of the responses")
  static let minimum = Threshold(id, "minimum", 20, .responses, "in all, at least")
  static let errors = Threshold(id, "errors", 5, .responses, "that are errors, at least")
  package static let thresholds = [share, minimum, errors]

  package static func findings(in context: FindingContext) -> [Finding] {
    ReplyFailures(
      rule: Self.self, share: share, minimum: minimum, failures: errors,
      words: "responses have a status of 5xx",
      filter: "http.response.code >= 500"
    ).findings(in: context, of: context.observations.httpServers)
  }
}
