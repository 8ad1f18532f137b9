import Hummingbird

package struct ServerAddress: Sendable { package static let standard = ServerAddress(argument: "")!; package init?(argument: String) {} }
package struct ServerSettings: Sendable { package init(address: ServerAddress, token: String?) {} }
package final class PublishedReport: Sendable {
  package init() {}
  package func publish(_ f: [(path: String, bytes: [UInt8])], generation: UInt64) {}
}
/// Serves the live report over HTTP.
package final class ReportServer: Sendable {
  package init(_ p: PublishedReport, settings: ServerSettings) {}
  package func start() throws {}
  package func stop() {}
  package var boundAddress: String { "" }
}
