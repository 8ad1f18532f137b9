/// The unit of what a finding measured and of what that is held against.
package enum FindingUnit: String, Sendable {
  case percent = "%"
  case seconds = "s"
  case milliseconds = "ms"
  case packetsPerSecond = "packets/s"
  case packets, connections, hosts, ports, names, queries, responses, requests, messages, addresses
  case bytes, bits, days, times, files, certificates, streams
}
