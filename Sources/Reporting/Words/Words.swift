import Charts
import PacketDecoding
internal import Wording

/// Numbers and names as the sentences and tables of a report say them.
enum Words {
  static func count(_ value: some BinaryInteger) -> String { Numbers.count(value) }

  static func bytes(_ value: UInt64) -> String { Numbers.bytes(value) }

  static func duration(_ nanoseconds: Int64) -> String {
    Numbers.duration(nanoseconds: nanoseconds)
  }

  /// A fraction between 0 and 1 as "12.4 %".
  static func percent(_ fraction: Double) -> String { Numbers.percent(fraction, of: 1) }

  /// "12.4 Mbit/s"; nil where no time passes.
  static func bitRate(bytes: UInt64, nanoseconds: Int64) -> String? {
    guard nanoseconds > 0 else { return nil }
    return Numbers.bitRate(Double(bytes) * 8 / (Double(nanoseconds) / 1e9))
  }

  /// How often in a second, "1.2 k"; nil where no time passes.
  static func rate(_ count: UInt64, nanoseconds: Int64) -> String? {
    guard nanoseconds > 0 else { return nil }
    return Numbers.compact(Double(count) / (Double(nanoseconds) / 1e9))
  }

  /// "1 packet", "12 packets", "no queries".
  static func counted(_ count: UInt64, _ noun: String) -> Phrase {
    guard count > 0 else { return Phrase(message: "no \(plural(noun))") }
    let message = "{1} \(count == 1 ? noun : plural(noun))"
    return Phrase(message: message, ["\(self.count(count))"])
  }

  /// "3 failed" of several, "failed" of one; nil for none.
  static func part(_ count: Int, _ words: Phrase, of all: Int) -> Phrase? {
    guard count > 0 else { return nil }
    return all > 1 ? "\(self.count(count)) \(words)" : words
  }

  /// "address" → "addresses", "query" → "queries", "host" → "hosts".
  static func plural(_ noun: String) -> String {
    if noun.hasSuffix("y") { return noun.dropLast() + "ies" }
    return noun.hasSuffix("s") ? noun + "es" : noun + "s"
  }

  /// "192.0.2.1:443", "[2001:db8::1]:443", or the address alone.
  static func endpoint(_ address: IPAddress, _ port: UInt16?) -> String {
    endpoint(address.description, port)
  }

  static func endpoint(_ address: String, _ port: UInt16?) -> String {
    guard let port else { return address.isEmpty ? "–" : address }
    return address.contains(":") ? "[\(address)]:\(port)" : "\(address):\(port)"
  }
}
