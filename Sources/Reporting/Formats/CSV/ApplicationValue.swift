package import TrafficAnalysis

/// One value of one field of one application: a row of `application_values`.
package struct ApplicationValue: Sendable {
  package let protocolName: String
  package let field: String
  package let title: String
  package let value: Tally

  /// All values in the order of the report.
  static func all(in snapshot: Snapshot) -> [ApplicationValue] {
    snapshot.applications.flatMap { application in
      application.fields.flatMap { field in
        field.values.rows.map {
          ApplicationValue(
            protocolName: application.protocolName, field: field.name, title: field.title, value: $0
          )
        }
      }
    }
  }
}
