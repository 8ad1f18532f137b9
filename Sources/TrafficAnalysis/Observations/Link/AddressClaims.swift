import PacketDecoding

/// Which adapter holds which address, by ARP, and where that went back and forth.
///
/// One worker sees all of ARP, in the order of the capture.
struct AddressClaims: Sendable {
  static let limit = 16_384
  fileprivate static let adapterLimit = 8
  /// An adapter that was silent for longer may have given the address away (nanoseconds).
  fileprivate static let memory: Int64 = 300_000_000_000

  private struct Holder: Sendable {
    var mac: MACAddress
    var time: Int64
  }

  fileprivate struct Contest: Sendable {
    var found: ContestedAddress
    /// When each of its adapters claimed it last.
    var times: [Int64]
  }

  /// By address and virtual network.
  private var holders = KeyedTable<HostPair, Holder>()
  private var contests = KeyedTable<HostPair, Contest>()
  /// Claims of addresses that found no room.
  private(set) var beyond: UInt64 = 0

  mutating func add(_ header: ARPHeader, vlan: UInt16?, number: UInt64, time: Int64) {
    let mac = header.senderMAC
    // Adapters that are shared on purpose go from host to host.
    guard !mac.isGroup, mac != .zero, !mac.isShared else { return }
    let key = HostPair(
      first: header.senderAddress, second: .none, number: vlan.map { UInt64($0) + 1 } ?? 0)
    let holder = Holder(mac: mac, time: time)
    guard let place = holders.place(of: key, limit: Self.limit, adding: holder) else {
      beyond += 1
      return
    }
    let known = holders[place: place]
    if known.mac != mac || contests.place(of: key) != nil {
      let found = ContestedAddress(
        address: header.senderAddress, vlan: vlan, adapters: [known.mac])
      let new = Contest(found: found, times: [known.time])
      contests.update(key, limit: .max, adding: new) {
        $0.add(mac, isBack: known.mac != mac, number: number, time: time)
      }
    }
    holders[place: place] = holder
  }

  mutating func merge(_ other: AddressClaims) {
    beyond += other.beyond
    holders.addMissing(of: other.holders)
    contests.addMissing(of: other.contests)
  }

  /// Those that an adapter claimed again.
  var contested: [ContestedAddress] {
    contests.rows.map(\.found).filter { $0.returns > 0 }
      .sorted { ($0.address, $0.vlan ?? 0) < ($1.address, $1.vlan ?? 0) }
  }
}

extension AddressClaims.Contest {
  /// Takes a claim of an adapter; `isBack` if another held the address since.
  fileprivate mutating func add(
    _ mac: MACAddress, isBack: Bool, number: UInt64, time: Int64
  ) {
    if let place = found.adapters.firstIndex(of: mac) {
      if isBack {
        let silence = time.subtractingReportingOverflow(times[place])
        if !silence.overflow, silence.partialValue >= 0,
          silence.partialValue <= AddressClaims.memory
        {
          found.returns += 1
        }
        found.packets.add(number)
      }
      times[place] = time
    } else if found.adapters.count < AddressClaims.adapterLimit {
      found.adapters.append(mac)
      times.append(time)
      found.packets.add(number)
    }
  }
}

extension ContestedAddress {
  fileprivate init(address: IPAddress, vlan: UInt16?, adapters: [MACAddress]) {
    self.init(address: address, vlan: vlan)
    self.adapters = adapters
  }
}
