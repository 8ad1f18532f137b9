import PacketDecoding
import TrafficAnalysis
internal import Wording

extension ChangeList {
  mutating func compareHosts() {
    let (mine, others) = (hosts(of: base), hosts(of: new))
    let names = [Change.Kind.gone: hostNames(of: new), .new: hostNames(of: base)]
    let tiny = settings.tinyPackets
    comparePresence(
      .hosts, "bytes", .bytes, mine.mapValues(Self.seen), others.mapValues(Self.seen)
    ) { address, kind in
      guard let host = (kind == .gone ? mine : others)[address] else { return nil }
      let spoke = host.packetsSent > 0 && host.packetsReceived > 0
      if !spoke, host.packets < tiny { return .tinyHosts }
      // Names in the public network move between addresses; at home an address is somebody.
      let isMoved =
        !address.isPrivate && host.names.contains { names[kind]?.contains($0.name) ?? false }
      return isMoved ? .sameName : nil
    }
  }

  private func hosts(of side: ComparedCapture) -> [IPAddress: Host] {
    Dictionary(side.snapshot.hosts.rows.map { ($0.address, $0) }) { first, _ in first }
  }

  private func hostNames(of side: ComparedCapture) -> Set<String> {
    Set(side.snapshot.hosts.rows.flatMap { $0.names.map(\.name) })
  }

  private static func seen(_ host: Host) -> Seen {
    Seen(
      host.bytesSent.addingReportingOverflow(host.bytesReceived).partialValue,
      times: host.packetsSent.addingReportingOverflow(host.packetsReceived).partialValue,
      detail: host.names.first.map { "\($0.name)" })
  }

  // MARK: MAC addresses

  mutating func compareMACs() {
    comparePresence(.macs, "bytes", .bytes, macs(of: base), macs(of: new)) { address, _ in
      address.isLocal ? .localMACs : nil
    }
    let before = hosts(of: base)
    for host in new.snapshot.hosts.rows where host.address.isPrivate {
      guard let old = before[host.address]?.mac, let mac = host.mac, old != mac else { continue }
      if old.isLocal || mac.isLocal {
        omit(.localMACs)
        continue
      }
      add(
        Change(
          .macs, .changed, "\(host.address)", measure: "MAC address",
          detail: host.names.first.map { "\($0.name)" }, before: .text("\(old)"),
          after: .text("\(mac)"), unit: .none, relevance: 1))
    }
  }

  private func macs(of side: ComparedCapture) -> [MACAddress: Seen] {
    var macs: [MACAddress: Seen] = [:]
    for host in side.snapshot.hosts.rows {
      guard let mac = host.mac, mac != .zero else { continue }
      macs[mac, default: Seen(0)].add(
        Seen(host.bytesSent, times: host.packetsSent, detail: "\(host.address)"))
    }
    for claim in side.snapshot.arp.claims.rows where claim.mac != .zero {
      macs[claim.mac, default: Seen(0)].add(
        Seen(0, times: claim.packets, detail: "\(claim.address)"))
    }
    return macs
  }
}

extension MACAddress {
  /// Not given by a maker, but chosen on the spot (IEEE 802, the U/L bit).
  fileprivate var isLocal: Bool { rawValue >> 41 & 1 == 1 }
}
