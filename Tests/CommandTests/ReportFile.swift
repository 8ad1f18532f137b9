import Foundation
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

  /// All that was measured, without what tells about the files, as text that can be compared.
  func numbers() throws -> String {
    let keys = [
      "protocols", "transport", "timeline", "packet_sizes", "hosts", "hosts_total",
      "conversations", "conversations_total", "services", "tcp", "dns", "mdns", "llmnr", "http",
      "tls", "arp", "icmp", "recent_packets",
    ]
    var numbers = whole.filter { keys.contains($0.key) }
    var capture = whole["capture"] as? [String: Any]
    capture?["files"] = nil
    numbers["capture"] = capture
    let data = try JSONSerialization.data(withJSONObject: numbers, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
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
