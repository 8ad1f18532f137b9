import TestSupport
import TrafficSupport

/// Queries of host 1 to the name server that is host 53, and its responses.
extension Traffic {
  mutating func ask(_ name: String, id: UInt16 = 1, client: UInt32 = 1, port: UInt16 = 40_000) {
    udp(from: (client, port), to: (53, 53), DNSBuilder.query(name, id: id).bytes)
  }

  mutating func answer(
    _ name: String, id: UInt16 = 1, code: UInt16 = 0, client: UInt32 = 1, port: UInt16 = 40_000,
    addresses: [[UInt8]] = []
  ) {
    var response = DNSBuilder.response(name, id: id, code: code)
    response.answers = addresses.map { DNSBuilder.Record(name, 1, $0) }
    udp(from: (53, 53), to: (client, port), response.bytes)
  }

  /// A query and its response, `delay` milliseconds later.
  mutating func lookUp(_ name: String, id: UInt16, code: UInt16 = 0, delay: Int64 = 0) {
    ask(name, id: id)
    wait(milliseconds: delay)
    answer(name, id: id, code: code)
  }
}
