import PacketDecoding

/// Logins that one host tried at a service of another, minute by minute, for at most so many minutes.
struct LoginTable: Sendable {
  private struct Key: Hashable, Sendable {
    var client: IPAddress
    var server: IPAddress
    var port: UInt16
    var minute: Int64
  }

  private struct Row: Sendable {
    var count: UInt64 = 0
    var packets = PacketNumbers()
  }

  static let limit = 16_384
  private static let minute: Int64 = 60_000_000_000

  private var rows: [Key: Row] = [:]
  private(set) var beyond: UInt64 = 0

  mutating func add(
    from client: IPAddress, to server: IPAddress, port: UInt16, number: UInt64, time: Int64
  ) {
    let key = Key(client: client, server: server, port: port, minute: time / Self.minute)
    guard rows.count < Self.limit || rows[key] != nil else {
      beyond += 1
      return
    }
    rows[key, default: Row()].count += 1
    rows[key]?.packets.add(number)
  }

  mutating func merge(_ other: LoginTable) {
    beyond += other.beyond
    for (key, row) in other.rows {
      guard rows.count < Self.limit || rows[key] != nil else {
        beyond += row.count
        continue
      }
      rows[key, default: Row()].count += row.count
      rows[key]?.packets.merge(row.packets)
    }
  }

  /// What came together, in the order of hosts and port.
  var sorted: [LoginAttempts] {
    struct Ends: Hashable {
      var client: IPAddress
      var server: IPAddress
      var port: UInt16
    }
    var sums: [Ends: LoginAttempts] = [:]
    for (key, row) in rows {
      let ends = Ends(client: key.client, server: key.server, port: key.port)
      sums[
        ends, default: LoginAttempts(client: key.client, server: key.server, port: key.port)
      ].add(row.count, row.packets)
    }
    return sums.values.sorted { left, right in
      if left.client != right.client { return left.client < right.client }
      if left.server != right.server { return left.server < right.server }
      return left.port < right.port
    }
  }
}

extension LoginAttempts {
  fileprivate mutating func add(_ count: UInt64, _ numbers: PacketNumbers) {
    total += count
    mostPerMinute = max(mostPerMinute, count)
    packets.merge(numbers)
  }
}
