import PacketDecoding
import TrafficAnalysis

/// What a server of TLS chose that a rule is about.
struct TLSChoices {
  let facts: [ServiceFact<TLSChoice>]
  /// All handshakes with the server.
  let handshakes: UInt64

  /// One for each service that chose something for which `isWanted` holds, in their order.
  static func byService(
    _ context: FindingContext, where isWanted: (TLSChoice) -> Bool
  ) -> [TLSChoices] {
    let all = context.observations.tlsChoices
    guard all.contains(where: { isWanted($0.what) }) else { return [] }
    return Dictionary(grouping: all.indices) { Self.subject(of: all[$0]) }.values
      .sorted { $0[0] < $1[0] }.compactMap { places in
        let wanted = places.map { all[$0] }.filter { isWanted($0.what) }
        guard !wanted.isEmpty else { return nil }
        return TLSChoices(facts: wanted, handshakes: places.reduce(0) { $0 + all[$1].count })
      }
  }

  var count: UInt64 { facts.reduce(0) { $0 + $1.count } }
  var subject: FindingSubject { Self.subject(of: facts[0]) }

  var packets: [UInt64] { Set(facts.flatMap(\.packets.all)).sorted() }

  /// Shows the server hellos in which a field has one of `values`.
  func filter(_ field: String, _ values: [String]) -> String {
    let fact = facts[0]
    let name = fact.transport == "tcp" ? "tls" : "dtls"
    return DisplayFilter.all(
      DisplayFilter.sent(by: fact.server, fact.transport, fact.port),
      "\(name).handshake.type == 2",
      "\(name).\(field) in {\(values.prefix(20).joined(separator: ", "))}")
  }

  private static func subject(of fact: ServiceFact<TLSChoice>) -> FindingSubject {
    .service(fact.server, transport: fact.transport, port: fact.port)
  }
}
