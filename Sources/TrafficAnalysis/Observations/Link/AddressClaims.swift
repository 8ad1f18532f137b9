import PacketDecoding

/// Which adapter holds which address, by ARP, and where that went back and forth.
///
/// One worker sees all of ARP, in the order of the capture.
struct AddressClaims: Sendable {
  static let limit = 16_384
  private static let adapterLimit = 8
  /// An adapter that was silent for longer may have given the address away (nanoseconds).
  private static let memory: Int64 = 300_000_000_000

  struct Key: Hashable, Sendable {
    var address: IPAddress
    var vlan: UInt16?
  }

  private struct Holder: Sendable {
    var mac: MACAddress
    var time: Int64
  }

  private struct Contest: Sendable {
    var found: ContestedAddress
    /// When each of its adapters claimed it last.
    var times: [Int64]
  }

  private var holders: [Key: Holder] = [:]
  private var contests: [Key: Contest] = [:]
  /// Claims of addresses that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func add(_ header: ARPHeader, vlan: UInt16?, number: UInt64, time: Int64) {
    let mac = header.senderMAC
    // Adapters that are shared on purpose go from host to host.
    guard !mac.isGroup, mac != .zero, !mac.isShared else { return }
    let key = Key(address: header.senderAddress, vlan: vlan)
    let holder = holders[key]
    guard holder != nil || holders.count < Self.limit else {
      beyond += 1
      return
    }
    if let holder, holder.mac != mac || contests[key] != nil {
      contest(key, holder, mac, number: number, time: time)
    }
    holders[key] = Holder(mac: mac, time: time)
  }

  private mutating func contest(
    _ key: Key, _ holder: Holder, _ mac: MACAddress, number: UInt64, time: Int64
  ) {
    var contest =
      contests[key]
      ?? Contest(
        found: ContestedAddress(address: key.address, vlan: key.vlan, adapters: [holder.mac]),
        times: [holder.time])
    if let place = contest.found.adapters.firstIndex(of: mac) {
      if holder.mac != mac {
        let silence = time.subtractingReportingOverflow(contest.times[place])
        if !silence.overflow, silence.partialValue >= 0, silence.partialValue <= Self.memory {
          contest.found.returns += 1
        }
        contest.found.packets.add(number)
      }
      contest.times[place] = time
    } else if contest.found.adapters.count < Self.adapterLimit {
      contest.found.adapters.append(mac)
      contest.times.append(time)
      contest.found.packets.add(number)
    }
    contests[key] = contest
  }

  mutating func merge(_ other: AddressClaims) {
    beyond += other.beyond
    holders.merge(other.holders) { mine, _ in mine }
    contests.merge(other.contests) { mine, _ in mine }
  }

  /// Those that an adapter claimed again.
  var contested: [ContestedAddress] {
    contests.values.map(\.found).filter { $0.returns > 0 }
      .sorted { ($0.address, $0.vlan ?? 0) < ($1.address, $1.vlan ?? 0) }
  }
}

extension ContestedAddress {
  fileprivate init(address: IPAddress, vlan: UInt16?, adapters: [MACAddress]) {
    self.init(address: address, vlan: vlan)
    self.adapters = adapters
  }
}
