/// Writes databases in the MaxMind DB format (specification 2.0).
package struct MMDBBuilder {
  /// A value of the data section.
  package indirect enum Value {
    case text(String)
    case uint16(UInt16)
    case uint32(UInt32)
    case uint64(UInt64)
    case map([(String, Value)])
    case array([Value])
  }

  /// A record of the tree: a node, or the place of data.
  private enum Record {
    case empty
    case node(Int)
    case data(Int)
  }

  private var nodes: [(left: Record, right: Record)] = [(.empty, .empty)]
  private var data: [UInt8] = []
  package var type = "Test-Country"
  /// Bits of a record: 24, 28 or 32.
  package var recordSize = 24
  package let ipVersion: UInt16
  package var builtAt: UInt64 = 1_700_000_000

  package init(ipVersion: UInt16 = 6) { self.ipVersion = ipVersion }

  /// Adds a range; one of IPv4 in a database of IPv6 stands below ::/96.
  package mutating func add(_ address: [UInt8], length: Int, _ value: Value) {
    let isInside = ipVersion == 6 && address.count == 4
    let bits = Self.bits(isInside ? [UInt8](repeating: 0, count: 12) + address : address)
    let place = data.count
    data += Self.encoded(value)
    insert(bits.prefix(isInside ? 96 + length : length), .data(place))
  }

  /// Lets ranges of IPv6 that hold IPv4 addresses lead to ::/96: the mapped one and that of 6to4.
  package mutating func addAliases() {
    let start = node(at: [Bool](repeating: false, count: 96)[...])
    insert(Self.bits([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])[...], .node(start))
    insert(Self.bits([0x20, 0x02])[...], .node(start))
  }

  private static func bits(_ bytes: [UInt8]) -> [Bool] {
    bytes.flatMap { byte in (0..<8).map { byte & (0x80 >> UInt8($0)) != 0 } }
  }

  private mutating func insert(_ bits: ArraySlice<Bool>, _ record: Record) {
    guard let last = bits.last else { return }
    let parent = node(at: bits.dropLast())
    if last { nodes[parent].right = record } else { nodes[parent].left = record }
  }

  /// The node at the end of a way, which is made where it is not there.
  private mutating func node(at bits: ArraySlice<Bool>) -> Int {
    var place = 0
    for bit in bits {
      if case .node(let next) = bit ? nodes[place].right : nodes[place].left {
        place = next
        continue
      }
      nodes.append((.empty, .empty))
      let next = nodes.count - 1
      if bit { nodes[place].right = .node(next) } else { nodes[place].left = .node(next) }
      place = next
    }
    return place
  }

  package var bytes: [UInt8] {
    var result = nodes.flatMap { pair(number($0.left), number($0.right)) }
    result += [UInt8](repeating: 0, count: 16) + data
    result += [0xAB, 0xCD, 0xEF] + Array("MaxMind.com".utf8)
    return result + Self.encoded(metadata)
  }

  private func number(_ record: Record) -> UInt32 {
    switch record {
    case .empty: UInt32(nodes.count)
    case .node(let place): UInt32(place)
    case .data(let place): UInt32(nodes.count + 16 + place)
    }
  }

  private func pair(_ left: UInt32, _ right: UInt32) -> [UInt8] {
    let low = { (value: UInt32) in
      [UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }
    switch recordSize {
    case 24: return low(left) + low(right)
    case 28: return low(left) + [UInt8(left >> 24) << 4 | UInt8(right >> 24)] + low(right)
    default: return [UInt8(left >> 24)] + low(left) + [UInt8(right >> 24)] + low(right)
    }
  }

  private var metadata: Value {
    .map([
      ("binary_format_major_version", .uint16(2)), ("binary_format_minor_version", .uint16(0)),
      ("build_epoch", .uint64(builtAt)), ("database_type", .text(type)),
      ("description", .map([("en", .text("Made by a test"))])), ("ip_version", .uint16(ipVersion)),
      ("languages", .array([.text("en")])), ("node_count", .uint32(UInt32(nodes.count))),
      ("record_size", .uint16(UInt16(recordSize))),
    ])
  }

  private static func encoded(_ value: Value) -> [UInt8] {
    switch value {
    case .text(let text): head(2, text.utf8.count) + Array(text.utf8)
    case .uint16(let number): head(5, 2) + number.networkBytes
    case .uint32(let number): head(6, 4) + number.networkBytes
    case .uint64(let number): head(9, 8) + number.networkBytes
    case .map(let pairs):
      head(7, pairs.count) + pairs.flatMap { encoded(.text($0.0)) + encoded($0.1) }
    case .array(let items): head(11, items.count) + items.flatMap { encoded($0) }
    }
  }

  /// Type and size, with which each value begins; sizes from 285 on are not needed.
  private static func head(_ type: UInt8, _ size: Int) -> [UInt8] {
    let first = UInt8(min(size, 29))
    let kind = type < 8 ? [type << 5 | first] : [first, type - 7]
    return kind + (size < 29 ? [] : [UInt8(size - 29)])
  }
}

extension FixedWidthInteger {
  fileprivate var networkBytes: [UInt8] {
    var result: [UInt8] = []
    result.appendNetwork(self)
    return result
  }
}

/// Databases for tests, on the ranges that documentation uses.
extension MMDBBuilder {
  package static func country(_ code: String, _ name: String) -> Value {
    .map([
      ("country", .map([("iso_code", .text(code)), ("names", .map([("en", .text(name))]))]))
    ])
  }

  package static func network(_ number: UInt32, _ organisation: String) -> Value {
    .map([
      ("autonomous_system_number", .uint32(number)),
      ("autonomous_system_organization", .text(organisation)),
    ])
  }

  package static func documentationCountries() -> MMDBBuilder {
    var builder = MMDBBuilder()
    builder.add([192, 0, 2, 0], length: 24, country("DE", "Germany"))
    builder.add([198, 51, 100, 0], length: 25, country("JP", "Japan"))
    builder.add([203, 0, 113, 0], length: 24, country("BR", "Brazil"))
    builder.add(
      [0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 12), length: 32,
      country("FR", "France"))
    builder.addAliases()
    return builder
  }

  package static func documentationNetworks() -> MMDBBuilder {
    var builder = MMDBBuilder()
    builder.type = "Test-ASN"
    builder.add([192, 0, 2, 0], length: 24, network(64_500, "Example Access"))
    builder.add([198, 51, 100, 0], length: 24, network(64_501, "Example Hosting"))
    builder.add(
      [0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 12), length: 32,
      network(64_502, "Example Six"))
    builder.addAliases()
    return builder
  }
}
