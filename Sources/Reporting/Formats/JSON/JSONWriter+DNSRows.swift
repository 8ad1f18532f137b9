import PacketDecoding
package import TrafficAnalysis

extension JSONWriter {
  package mutating func fields(of name: DNSName) {
    field("name", name.name)
    field("queries", name.queries)
    field("responses", name.responses)
    field("nonexistent", name.nonexistent)
    field("failed", name.failed)
  }

  package mutating func fields(of server: DNSServer) {
    field("address", server.address.description)
    field("queries", server.queries)
    field("responses", server.responses)
    field("unanswered", server.unanswered)
    field("nonexistent", server.nonexistent)
    field("failed", server.failed)
    field(
      "latency_mean_ms", decimal: server.meanLatencyNanoseconds.map(ExactTime.milliseconds))
    field(
      "latency_max_ms", decimal: server.maximumLatencyNanoseconds.map(ExactTime.milliseconds))
  }

  package mutating func fields(of transaction: DNSTransaction) {
    field("time", ExactTime.rfc3339(transaction.time))
    field("client", transaction.client.description)
    field("client_port", transaction.clientPort)
    field("server", transaction.server.description)
    field("server_port", transaction.serverPort)
    field("transport", transaction.transport)
    field("id", transaction.id)
    field("name", transaction.name)
    field("type", transaction.type)
    field("response_code", transaction.responseCode)
    field("answers", transaction.answers)
    field("latency_ms", decimal: transaction.latencyNanoseconds.map(ExactTime.milliseconds))
    field("query_bytes", transaction.queryBytes)
    field("response_bytes", transaction.responseBytes)
    field("retransmissions", transaction.retransmissions)
    key("truncated")
    value(transaction.isTruncated)
  }
}
