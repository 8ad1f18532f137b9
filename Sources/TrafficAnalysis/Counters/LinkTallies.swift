import CaptureFormats
import PacketDecoding

/// Counts ARP packets and who claims which address.
struct ARPTally: Sendable {
  struct Claim: FastHashable {
    var address: IPAddress
    var mac: MACAddress

    @inline(__always)
    func hashed(by hash: FastHash) -> UInt64 {
      hash(address.highWord ^ mac.rawValue, address.low)
    }
  }

  private var packets: UInt64 = 0
  private var gratuitous: UInt64 = 0
  private var operations = BoundedTally<UInt16>(limit: 256)
  private(set) var claims: BoundedTally<Claim>

  init(claimLimit: Int) { claims = BoundedTally(limit: claimLimit) }

  mutating func add(_ header: ARPHeader) {
    packets += 1
    operations.add(header.operation)
    guard header.hasAddresses, !header.isReverse, !header.senderAddress.isNone else { return }
    if header.senderAddress == header.targetAddress { gratuitous += 1 }
    claims.add(Claim(address: header.senderAddress, mac: header.senderMAC))
  }

  mutating func merge(_ other: ARPTally) {
    packets += other.packets
    gratuitous += other.gratuitous
    operations.merge(other.operations)
    claims.merge(other.claims)
  }

  func summary(maxRows: Int) -> ARPSummary {
    var result = ARPSummary()
    result.packets = packets
    result.gratuitous = gratuitous
    result.operations = operations.ranked { number in
      let names: [UInt16: String] = [
        1: "request", 2: "reply", 3: "reverse request", 4: "reverse reply",
        8: "inverse request", 9: "inverse reply",
      ]
      return names[number] ?? "operation \(number)"
    }
    let rows = claims.counts.lazy.map {
      ARPClaim(address: $0.0.address, mac: $0.0.mac, packets: $0.1)
    }
    result.claims = ranked(rows, maxRows: maxRows) {
      ($0.address, $0.mac) < ($1.address, $1.mac)
    }
    return result
  }

  /// The MAC that most packets claim for each address.
  func claimedMACs() -> [IPAddress: MACAddress] {
    var best: [IPAddress: (packets: UInt64, mac: MACAddress)] = [:]
    for (claim, packets) in claims.counts {
      if let known = best[claim.address], (packets, known.mac) < (known.packets, claim.mac) {
        continue
      }
      best[claim.address] = (packets, claim.mac)
    }
    return best.mapValues(\.mac)
  }
}

/// Counts ICMP messages and times echoes.
struct ICMPTally: Sendable {
  /// By type and code, which all have room.
  private var v4 = BoundedTally<UInt16>(limit: 65_536)
  private var v6 = BoundedTally<UInt16>(limit: 65_536)
  private var requests: UInt64 = 0
  private var replies: UInt64 = 0
  private var roundTrips = QuantileSketch()
  /// When requests were sent, by client, server, and identifier with sequence number.
  private var open = KeyedTable<HostPair, Int64>()
  let echoLimit: Int
  /// Requests that were forgotten before an answer because too many waited.
  private(set) var beyond: UInt64 = 0

  init(echoLimit: Int) { self.echoLimit = echoLimit }

  mutating func add(_ packet: borrowing DecodedPacket, time: Int64) {
    let kind = UInt16(packet.icmpType) << 8 | UInt16(packet.icmpCode)
    let isV4 = packet.transport == .icmp
    if isV4 { v4.add(kind) } else { v6.add(kind) }
    if packet.icmpType == (isV4 ? 8 : 128) {
      requests += 1
      if open.count >= echoLimit { forgetOpen() }
      let echo = HostPair(
        first: packet.source, second: packet.destination, number: UInt64(packet.icmpEcho))
      open.update(echo, limit: .max, adding: time) { $0 = time }
    } else if packet.icmpType == (isV4 ? 0 : 129) {
      replies += 1
      let echo = HostPair(
        first: packet.destination, second: packet.source, number: UInt64(packet.icmpEcho))
      if let sent = open.remove(echo) { roundTrips.add(time &- sent) }
    }
  }

  private mutating func forgetOpen() {
    beyond += UInt64(open.count)
    open.removeAll()
  }

  /// The counts without the requests that wait, which only the original needs.
  var countsOnly: ICMPTally {
    var copy = self
    copy.open.removeAll()
    return copy
  }

  mutating func merge(_ other: ICMPTally) {
    beyond += other.beyond
    v4.merge(other.v4)
    v6.merge(other.v6)
    requests += other.requests
    replies += other.replies
    roundTrips.merge(other.roundTrips)
  }

  func summary() -> ICMPSummary {
    var result = ICMPSummary()
    result.v4 = tallies(v4, ICMPName.v4)
    result.v6 = tallies(v6, ICMPName.v6)
    result.echoRequests = requests
    result.echoReplies = replies
    result.echoRTT = roundTrips.quantiles
    return result
  }

  private func tallies(
    _ tally: BoundedTally<UInt16>, _ name: (UInt8, UInt8) -> String
  ) -> [Tally] {
    var sums: [String: UInt64] = [:]
    for (kind, count) in tally.counts {
      sums[name(UInt8(kind >> 8), UInt8(kind & 255)), default: 0] += count
    }
    return sums.map { Tally(name: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
