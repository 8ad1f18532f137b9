internal import Glibc

/// A compiled file of the tz database (RFC 9636).
struct ZoneFile {
  private(set) var changes: [Int64] = []
  private(set) var periods: [ZoneRules.Period] = []

  /// nil if there is no such zone, or its file cannot be understood.
  init?(named name: String) {
    // The name comes from a user and becomes part of a path.
    let allowed = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/_+-".utf8.contains(byte)
    }
    guard allowed, name.first != "/", let bytes = Self.read("/usr/share/zoneinfo/" + name) else {
      return nil
    }
    self.init(bytes)
  }

  init?(_ bytes: [UInt8]) {
    var reader = BigEndianReader(bytes: bytes)
    guard let first = reader.header(), first.version >= 2 else { return nil }
    // The first block has 32-bit times; all that is in it comes again with 64 bits.
    reader.skip(first.times * 5 + first.types * 6 + first.characters + first.leaps * 8)
    reader.skip(first.standards + first.universals)
    guard let header = reader.header(), header.types > 0 else { return nil }
    let times = (0..<header.times).map { _ in reader.integer(8) }
    let indices = (0..<header.times).map { _ in Int(reader.integer(1)) }
    let types = (0..<header.types).map { _ in
      (
        offset: Int(Int32(truncatingIfNeeded: reader.integer(4))), isSummer: reader.integer(1),
        name: Int(reader.integer(1))
      )
    }
    let names = (0..<header.characters).map { _ in UInt8(truncatingIfNeeded: reader.integer(1)) }
    guard reader.isIntact, indices.allSatisfy(types.indices.contains) else { return nil }
    let periods = types.map { type in
      let name = names.dropFirst(type.name).prefix { $0 != 0 }
      return ZoneRules.Period(
        offsetSeconds: type.offset, name: String(decoding: name, as: UTF8.self))
    }
    changes = times
    self.periods = [periods[0]] + indices.map { periods[$0] }
    reader.skip(header.leaps * 12 + header.standards + header.universals)
    append(ZoneFooter(reader.line()))
  }

  private mutating func append(_ footer: ZoneFooter?) {
    // Files are written "slim" on some systems: what the rule says is left out of the list.
    for change in footer?.changes(after: changes.last ?? 0) ?? [] {
      changes.append(change.time)
      periods.append(change.period)
    }
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    // The largest zone has less than 4 kB.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = unsafe fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return bytes
  }
}

/// Integers from a tz file; after its end everything is 0.
private struct BigEndianReader {
  let bytes: [UInt8]
  var position = 0

  struct Header {
    var version: Int
    var universals: Int
    var standards: Int
    var leaps: Int
    var times: Int
    var types: Int
    var characters: Int
  }

  var isIntact: Bool { position <= bytes.count }

  mutating func skip(_ count: Int) { position += count }

  mutating func integer(_ width: Int) -> Int64 {
    var value: Int64 = 0
    for _ in 0..<width {
      value = value << 8 | (position < bytes.count ? Int64(bytes[position]) : 0)
      position += 1
    }
    return value
  }

  /// The text between this and the next line feed.
  func line() -> String {
    guard position < bytes.count else { return "" }
    return String(decoding: bytes[(position + 1)...].prefix { $0 != 0x0A }, as: UTF8.self)
  }

  mutating func header() -> Header? {
    guard integer(4) == 0x545A_6966 else { return nil }  // "TZif"
    let version = Int(integer(1)) - 48
    skip(15)
    let counts = (0..<6).map { _ in Int(integer(4)) }
    guard counts.allSatisfy({ $0 <= bytes.count }) else { return nil }
    return Header(
      version: version, universals: counts[0], standards: counts[1], leaps: counts[2],
      times: counts[3], types: counts[4], characters: counts[5])
  }
}
