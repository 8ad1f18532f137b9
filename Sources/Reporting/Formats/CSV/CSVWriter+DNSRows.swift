import PacketDecoding
package import TrafficAnalysis

extension CSVWriter {
  package mutating func fields(of name: DNSName) {
    field(name.name)
    for count in [name.queries, name.responses, name.nonexistent, name.failed] { field(count) }
  }

  package mutating func fields(of server: DNSServer) {
    field(server.address.description)
    for count in [
      server.queries, server.responses, server.unanswered, server.nonexistent, server.failed,
    ] {
      field(count)
    }
    field(decimal: server.meanLatencyNanoseconds.map(ExactTime.milliseconds))
    field(decimal: server.maximumLatencyNanoseconds.map(ExactTime.milliseconds))
  }

  package mutating func fields(of transaction: DNSTransaction) {
    field(ExactTime.rfc3339(transaction.time))
    field(transaction.client.description)
    field(transaction.clientPort)
    field(transaction.server.description)
    field(transaction.serverPort)
    field(transaction.transport)
    field(transaction.id)
    field(transaction.name)
    field(transaction.type)
    field(transaction.responseCode)
    field(transaction.answers)
    field(decimal: transaction.latencyNanoseconds.map(ExactTime.milliseconds))
    field(transaction.queryBytes)
    field(transaction.responseBytes)
    field(transaction.retransmissions)
    field(transaction.isTruncated ? "true" : "false")
  }
}
