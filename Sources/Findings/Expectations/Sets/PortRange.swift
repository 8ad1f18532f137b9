/// Ports of one transport protocol, or of any: "443/tcp", "8000-8100".
package struct PortRange: Equatable, Sendable {
  let ports: ClosedRange<UInt16>
  /// "tcp"; nil for any.
  let transport: String?

  private static let transports = ["tcp", "udp", "sctp", "dccp", "udp-lite"]

  package init?(_ text: String) {
    let parts = text.lowercased().split(separator: "/", omittingEmptySubsequences: false)
    let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, ends.count <= 2, let first = UInt16(ends[0]),
      let last = UInt16(ends[ends.count - 1]), first <= last
    else { return nil }
    if parts.count == 2, !Self.transports.contains(String(parts[1])) { return nil }
    ports = first...last
    transport = parts.count == 2 ? String(parts[1]) : nil
  }

  /// Whether "443/tcp" is one of them.
  func contains(_ port: String) -> Bool {
    guard let other = PortRange(port) else { return false }
    return ports.contains(other.ports.lowerBound)
      && (transport == nil || transport == other.transport)
  }
}
