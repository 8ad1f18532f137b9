import Foundation
import TestSupport

/// What tshark said of a capture that lies beside the project, in a folder that not everybody has.
struct Oracle {
  let capture: URL
  let facts: TsharkFacts

  private struct Line: Decodable {
    var path: String
    var error: String?
    var badLines: Int?
    var tsharkExit: Int?
    var tsharkSays: String?

    /// What tshark could not read, or read with an error of its own, is no measure.
    var isUsable: Bool {
      error == nil && (badLines ?? 0) == 0
        && (tsharkExit == 0 || tsharkSays?.contains("cut short") == true)
    }
  }

  private static let folder = Project.root.deletingLastPathComponent().appending(path: "shared")
  private static let list = folder.appending(path: "oracles.jsonl")

  static let areThere = list.exists && folder.appending(path: "captures").exists

  /// Every `stride`th of them.
  static func all(stride: Int) throws -> [Oracle] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let lines = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
    let usable = try lines.map { Data($0.utf8) }.compactMap { line in
      let head = try decoder.decode(Line.self, from: line)
      return head.isUsable ? (head.path, line) : nil
    }
    return try usable.enumerated().filter { $0.offset % stride == 0 }.map { _, entry in
      Oracle(
        capture: folder.appending(path: "captures/\(entry.0)"),
        facts: try decoder.decode(TsharkFacts.self, from: entry.1))
    }
  }
}
