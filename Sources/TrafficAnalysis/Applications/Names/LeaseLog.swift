import CaptureFormats
import PacketDecoding

/// Who has which address by DHCP, and what they call themselves.
///
/// A client's messages and its server's answers may be seen by different workers, and so are kept apart
/// until they are asked for; what is newer counts, whoever saw it.
struct LeaseLog: Sendable {
  private struct Text: Sendable {
    var text: String?
    var time = Int64.min

    mutating func add(_ other: String?, time: Int64) {
      guard let other, (self.time, text ?? "") < (time, other) else { return }
      (text, self.time) = (bounded(other), time)
    }
  }

  private struct Client: Sendable {
    var mac: MACAddress?
    var hostName = Text()
    var vendorClass = Text()
  }

  private struct Key: Hashable, Sendable {
    var client: String
    var address: IPAddress
  }

  private struct Lease: Sendable {
    var event = AddressLease.Event.none
    var time = Int64.min
    var prefixLength: UInt8?
    var settings = AddressLease.Settings()
    var settingsTime = Int64.min
  }

  let limit: Int
  private var clients: [String: Client] = [:]
  private var leases: [Key: Lease] = [:]
  /// Messages that found no room.
  private(set) var beyond: UInt64 = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ lease: AddressLease, time: Int64) {
    guard clients[lease.client] != nil || clients.count < limit else {
      beyond += 1
      return
    }
    var client = clients[lease.client] ?? Client()
    client.mac = client.mac ?? lease.mac
    client.hostName.add(lease.hostName, time: time)
    client.vendorClass.add(lease.vendorClass, time: time)
    clients[lease.client] = client
    guard lease.event != .none, let address = lease.address else { return }
    var entry = Lease()
    (entry.event, entry.time, entry.prefixLength) = (lease.event, time, lease.prefixLength)
    if let settings = lease.settings { (entry.settings, entry.settingsTime) = (settings, time) }
    add(entry, Key(client: lease.client, address: address))
  }

  private mutating func add(_ lease: Lease, _ key: Key) {
    guard var known = leases[key] else {
      if leases.count < limit { leases[key] = lease } else { beyond += 1 }
      return
    }
    if (known.time, known.event.rawValue) < (lease.time, lease.event.rawValue) {
      (known.event, known.time, known.prefixLength) = (lease.event, lease.time, lease.prefixLength)
    }
    if known.settingsTime < lease.settingsTime {
      (known.settings, known.settingsTime) = (lease.settings, lease.settingsTime)
    }
    leases[key] = known
  }

  mutating func merge(_ other: LeaseLog) {
    beyond += other.beyond
    for (name, client) in other.clients {
      guard clients[name] != nil || clients.count < limit else {
        beyond += 1
        continue
      }
      var known = clients[name] ?? Client()
      known.mac = known.mac ?? client.mac
      known.hostName.add(client.hostName.text, time: client.hostName.time)
      known.vendorClass.add(client.vendorClass.text, time: client.vendorClass.time)
      clients[name] = known
    }
    for (key, lease) in other.leases { add(lease, key) }
  }

  /// Adds the names of those who have, or had, an address.
  func name(_ names: inout HostNameLog) {
    for (key, lease) in leases where lease.prefixLength == nil {
      guard lease.event == .leased || lease.event == .released,
        let name = clients[key.client]?.hostName.text
      else { continue }
      names.add(
        name, source: key.address.isIPv4 ? "dhcp" : "dhcpv6", to: key.address, time: lease.time)
    }
  }

  /// In the order of addresses.
  func ranked(maxRows: Int) -> Ranked<DHCPLease> {
    let rows = leases.lazy.map { key, lease in
      var row = DHCPLease(
        address: key.address, client: key.client, time: Timestamp(nanoseconds: lease.time))
      row.prefixLength = lease.prefixLength
      row.mac = clients[key.client]?.mac
      row.hostName = clients[key.client]?.hostName.text
      row.vendorClass = clients[key.client]?.vendorClass.text
      row.state = lease.event
      row.settings = lease.settings
      return row
    }
    return TrafficAnalysis.ranked(rows, maxRows: maxRows) {
      $0.address != $1.address ? $0.address < $1.address : $0.client < $1.client
    }
  }
}
