import PacketDecoding

/// The first packets of each kind that show something, so that findings can name them.
package struct SightingLog: Sendable {
  /// Sightings kept of a kind.
  package static let limit = 4096

  private var lists = [[Sighting]](repeating: [], count: SightingKind.allCases.count)
  private var counts = [UInt64](repeating: 0, count: SightingKind.allCases.count)

  package init() {}

  package mutating func add(_ kind: SightingKind, _ sighting: @autoclosure () -> Sighting) {
    let place = Int(kind.rawValue)
    counts[place] += 1
    if counts[place] <= Self.limit { lists[place].append(sighting()) }
  }

  /// How often the kind was seen, kept or not.
  package func count(_ kind: SightingKind) -> UInt64 { counts[Int(kind.rawValue)] }

  /// Those that were kept: the first, in the order of the capture.
  package subscript(kind: SightingKind) -> [Sighting] { lists[Int(kind.rawValue)] }

  /// Changes those that were kept; how many there were stays.
  package mutating func change(_ body: (inout Sighting) -> Void) {
    for list in lists.indices {
      for place in lists[list].indices { body(&lists[list][place]) }
    }
  }

  /// The first of another worker belong among the first of both.
  mutating func merge(_ other: SightingLog) {
    for place in lists.indices where other.counts[place] > 0 {
      counts[place] += other.counts[place]
      let both = (lists[place] + other.lists[place]).sorted {
        ($0.number, $0.detail) < ($1.number, $1.detail)
      }
      lists[place] = Array(both.prefix(Self.limit))
    }
  }
}

extension Sighting {
  /// The packet as it was decoded.
  init(_ packet: borrowing DecodedPacket, time: Int64, detail: UInt32 = 0) {
    self.init(
      number: packet.number, time: time, source: packet.source, destination: packet.destination,
      sourcePort: packet.sourcePort, destinationPort: packet.destinationPort, detail: detail)
  }
}
