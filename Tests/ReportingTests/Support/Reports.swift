import Foundation
import Reporting
import TrafficAnalysis

/// What the tests make of reports.
enum Reports {
  static func options(_ change: (inout ReportOptions) -> Void = { _ in }) -> ReportOptions {
    var options = ReportOptions()
    options.version = "1.0.0"
    options.settings = [.init(name: "--top", value: "10"), .init(name: "--filter", value: "<b>")]
    change(&options)
    return options
  }

  static func files(
    _ snapshot: Snapshot, _ change: (inout ReportOptions) -> Void = { _ in }
  ) throws -> [String: [UInt8]] {
    let files = try Report(snapshot, options: options(change)).files()
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  static func text(_ snapshot: Snapshot, _ format: ReportFormat) -> String {
    let report = Report(snapshot, options: options())
    return String(decoding: report.standardOutput(format) ?? [], as: UTF8.self)
  }

  static func page(
    _ snapshot: Snapshot, _ change: (inout ReportOptions) -> Void = { _ in }
  ) throws -> String {
    let files = try files(snapshot) { options in
      options.formats = [.html]
      change(&options)
    }
    return String(decoding: files["index.html"] ?? [], as: UTF8.self)
  }

  /// A new directory, removed after `body`.
  static func withDirectory(_ body: (URL) throws -> Void) throws {
    let url = URL.temporaryDirectory.appending(path: "report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(url)
  }
}
