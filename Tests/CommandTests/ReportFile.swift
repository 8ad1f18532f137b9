import Foundation
import TestSupport
import Testing

/// The report.json of a run: the parts that these tests look at, and the whole for comparisons.
struct ReportFile {
  struct Contents: Decodable {
    var schema: String
    var capture: Capture
    var recentPackets: [RecentPacket]
  }

  struct Capture: Decodable {
    var packets: Int
    var bytes: Int
    var filter: String?
    var accounting: Accounting
    var files: [File]
  }

  struct Accounting: Decodable {
    var read: Int
    var filteredOut: Int
    var decoded: Int
    var undecoded: Int
    var malformed: Int
  }

  struct File: Decodable {
    var packets: Int
    var compression: String
    var cutShort: CutShort?
  }

  struct CutShort: Decodable {
    var offset: Int
    var reason: String
  }

  struct RecentPacket: Decodable {
    var number: Int
    var time: String
  }

  let contents: Contents
  private let whole: [String: Any]

  init(_ data: Data) throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    contents = try decoder.decode(Contents.self, from: data)
    whole = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The report.json in the directory of a report.
  init(in directory: URL) throws {
    try self.init(Data(contentsOf: directory.appending(path: "report.json")))
  }

  var capture: Capture { contents.capture }

  private func measured() -> [String: Any] {
    let keys = [
      "protocols", "transport", "timeline", "packet_sizes", "hosts", "hosts_total",
      "conversations", "conversations_total", "services", "tcp", "dns", "mdns", "llmnr", "http",
      "tls", "arp", "icmp", "recent_packets",
    ]
    var numbers = whole.filter { keys.contains($0.key) }
    var capture = whole["capture"] as? [String: Any]
    capture?["files"] = nil
    numbers["capture"] = capture
    return numbers
  }

  /// All that was measured, without what tells about the files, as text that can be compared.
  func numbers() throws -> String {
    let data = try JSONSerialization.data(withJSONObject: measured(), options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  /// Where two captures of the same packets differ, by the paths of keys.
  ///
  /// The kernel stamps a packet for each program that captures it, microseconds apart; times may
  /// therefore differ by so many seconds. Of drops only a live capture knows.
  func differences(from other: ReportFile, seconds tolerance: Double) -> [String] {
    var found: [String] = []
    Self.compare(measured(), other.measured(), tolerance, "", &found)
    return found.filter { $0 != "/capture/drops" }
  }

  private static func compare(
    _ left: Any?, _ right: Any?, _ tolerance: Double, _ path: String, _ found: inout [String]
  ) {
    if let left = left as? [String: Any], let right = right as? [String: Any] {
      for key in Set(left.keys).union(right.keys) {
        compare(left[key], right[key], tolerance, "\(path)/\(key)", &found)
      }
    } else if let left = left as? [Any], let right = right as? [Any], left.count == right.count {
      for (index, pair) in zip(left, right).enumerated() {
        compare(pair.0, pair.1, tolerance, "\(path)/\(index)", &found)
      }
    } else if !isNear(left, right, tolerance, path) {
      found.append(path)
    }
  }

  private static func isNear(
    _ left: Any?, _ right: Any?, _ tolerance: Double, _ path: String
  ) -> Bool {
    if let left = left as? NSNumber, let right = right as? NSNumber {
      let difference = abs(left.doubleValue - right.doubleValue)
      if path.hasSuffix("_seconds") { return difference <= tolerance }
      if path.contains("_ms") { return difference <= tolerance * 1000 }
      return difference == 0
    }
    if let left = left as? String, let right = right as? String {
      guard let (early, late) = times(left, right) else { return left == right }
      return abs(early - late) <= tolerance
    }
    return left == nil && right == nil || left is NSNull && right is NSNull
  }

  /// Seconds of the minute, if both are times within the same one.
  private static func times(_ left: String, _ right: String) -> (Double, Double)? {
    let areTimes = [left, right].allSatisfy { $0.count == 30 && $0.hasSuffix("Z") }
    guard areTimes, left.prefix(17) == right.prefix(17),
      let early = Double(left.dropFirst(17).dropLast()),
      let late = Double(right.dropFirst(17).dropLast())
    else { return nil }
    return (early, late)
  }
}

/// Analyses a capture and returns its report.json.
func analyze(
  _ arguments: String..., input: PacketpressBinary.Input = .nothing
) throws -> ReportFile {
  let outcome = try PacketpressBinary.run(
    ["analyze", "--stdout", "json"] + arguments, input: input)
  try #require(outcome.status == 0, "\(outcome.errors)")
  return try ReportFile(outcome.output)
}
