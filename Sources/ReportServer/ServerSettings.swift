/// How the report is served.
package struct ServerSettings: Sendable {
  package var address = ServerAddress.default
  /// What a request must know to be answered.
  package var token: String?
  package var limits = ServerLimits()
  /// Told once, in one line, if serving ends by itself; on a thread of the server.
  package var onFailure: @Sendable (String) -> Void = { _ in }

  package init() {}

  /// What whoever starts the server should know before.
  package var notice: String? {
    guard !address.isLoopback, token == nil else { return nil }
    return "the report on \(address) can be read by everyone who reaches this machine;"
      + " ask for a token with --serve-token, or serve on \(ServerAddress.default)"
  }
}
