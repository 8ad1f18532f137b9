package import TrafficAnalysis

/// What one protocol carried as the deepest of a packet, over all places in the hierarchy.
package struct ProtocolShare: Equatable, Sendable {
  /// Wireshark's display-filter name, "tls".
  package var key: String
  /// What a person calls it, "TLS".
  package var label: String
  package var packets: UInt64
  package var bytes: UInt64

  /// Most bytes first; without protocols that only carried others.
  package static func shares(of nodes: [ProtocolNode]) -> [ProtocolShare] {
    var shares: [String: ProtocolShare] = [:]
    for (node, own) in zip(nodes, exclusive(nodes)) where own.packets > 0 || own.bytes > 0 {
      let key = Self.key(node)
      var share =
        shares[key] ?? ProtocolShare(key: key, label: label(node, key), packets: 0, bytes: 0)
      share.packets = share.packets.saturatingAdd(own.packets)
      share.bytes = share.bytes.saturatingAdd(own.bytes)
      shares[key] = share
    }
    return shares.values.sorted { left, right in
      left.bytes != right.bytes ? left.bytes > right.bytes : left.key < right.key
    }
  }

  /// A node's counts without those of its children.
  private static func exclusive(
    _ nodes: [ProtocolNode]
  ) -> [(packets: UInt64, bytes: UInt64)] {
    var own = nodes.map { (packets: $0.packets, bytes: $0.bytes) }
    var ancestors: [Int] = []
    for (index, node) in nodes.enumerated() {
      while let last = ancestors.last, !node.path.hasPrefix(nodes[last].path + "/") {
        ancestors.removeLast()
      }
      if let parent = ancestors.last {
        own[parent].packets -= min(own[parent].packets, node.packets)
        own[parent].bytes -= min(own[parent].bytes, node.bytes)
      }
      ancestors.append(index)
    }
    return own
  }

  private static func key(_ node: ProtocolNode) -> String {
    node.path.split(separator: "/").last.map(String.init) ?? node.path
  }

  private static func label(_ node: ProtocolNode, _ key: String) -> String {
    PlainText(node.name.isEmpty ? key : node.name, maximumLength: 60).string
  }
}

extension UInt64 {
  func saturatingAdd(_ other: UInt64) -> UInt64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
