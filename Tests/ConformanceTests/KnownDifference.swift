/// Where a number of ours differs from tshark's on purpose.
///
/// Documentation/Contract.md has each reason in its list of differences, by the same number.
struct KnownDifference {
  enum Reason: Int {
    /// What an ICMP error quotes is not counted again.
    case quotes = 6
    /// Texts are bounded, and what could harm their reader is escaped.
    case texts = 11
  }

  let sample: String
  let measures: Set<String>
  let reason: Reason

  static let all = [
    KnownDifference(sample: "dhcp.pcap", measures: ["protocol dhcp"], reason: .quotes),
    KnownDifference(sample: "dns.pcap", measures: queries, reason: .quotes),
    KnownDifference(sample: "ping.pcapng", measures: queries, reason: .quotes),
    KnownDifference(
      sample: "hostile.pcap",
      measures: ["dns names", "http hosts", "http user agents", "tls server names"],
      reason: .texts),
  ]

  private static let queries: Set = ["dns queries", "dns names", "dns queries with a type"]
}
