import Foundation
import Reporting
import Testing
import TrafficAnalysis

@Suite struct PDFReportTests {
  /// The tools of poppler-utils tell what a reader sees; without them these tests are skipped.
  static let hasPoppler = ["/usr/bin/pdfinfo", "/usr/bin/pdftotext"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private func run(_ tool: String, _ bytes: [UInt8], _ arguments: [String] = []) throws -> String {
    var output = ""
    try Reports.withDirectory { directory in
      let file = directory.appending(path: "report.pdf")
      try Data(bytes).write(to: file)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/\(tool)")
      process.arguments = arguments + [file.path] + (tool == "pdftotext" ? ["-"] : [])
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
    }
    return output
  }

  private func pdf(_ name: String, paper: Paper = .a4) throws -> [UInt8] {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    let files = try Reports.files(snapshot) { options in
      options.formats = [.pdf]
      options.paper = paper
      options.top = 1_000
    }
    return try #require(files["report.pdf"])
  }

  @Test(arguments: Snapshots.all.map(\.name))
  func endsBeforeFortyPages(name: String) throws {
    let bytes = try pdf(name)
    #expect(bytes.starts(with: Array("%PDF".utf8)))
    try #require(Self.hasPoppler, "poppler-utils is not installed")
    let pages = try run("pdfinfo", bytes).firstMatch(of: /Pages:\s+(\d+)/)
    #expect(try #require(Int(pages?.1 ?? "")) <= 40)
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func saysWhatTheReportSays() throws {
    let bytes = try pdf("busy")
    let text = try run("pdftotext", bytes, ["-layout"])
    for value in ["184,223", "148 MB", "2 min 3 s", "1,204", "Contents", "10.0.0.5", "TLS 1.3"] {
      #expect(text.contains(value), "\(value)")
    }
    #expect(text.contains("1 of ") && text.contains("2 of "))
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func isSetForThePaperAndDescribesItself() throws {
    #expect(try run("pdfinfo", pdf("busy")).contains("A4"))
    let letter = try run("pdfinfo", pdf("busy", paper: .letter))
    #expect(letter.contains("letter") && letter.contains("office-2024-05-01.pcapng"))
    #expect(letter.contains("2024"))
  }
}
