import Foundation
import Reporting
import Testing

@Suite struct ReportWriterTests {
  @Test func makesDirectoriesAndWritesEveryFile() throws {
    try Reports.withDirectory { directory in
      let target = directory.appending(path: "a/b")
      let files = try Report(Snapshots.onePacket, options: Reports.options()).files()
      try ReportWriter(directory: target.path).write(files)
      for file in files {
        #expect(try Array(Data(contentsOf: target.appending(path: file.path))) == file.bytes)
      }
      let names = try FileManager.default.subpathsOfDirectory(atPath: target.path)
      #expect(!names.contains { $0.contains(".part-") })
    }
  }

  @Test func removesOnlyItsOwnStaleFiles() throws {
    try Reports.withDirectory { directory in
      let charts = directory.appending(path: "charts")
      try FileManager.default.createDirectory(at: charts, withIntermediateDirectories: true)
      for name in ["packet-rate.png", "mine.png"] {
        try Data([1]).write(to: charts.appending(path: name))
      }
      try ReportWriter(directory: directory.path).write([ReportFile(path: "index.html", text: "x")])
      #expect(
        !FileManager.default.fileExists(atPath: charts.appending(path: "packet-rate.png").path))
      #expect(FileManager.default.fileExists(atPath: charts.appending(path: "mine.png").path))
    }
  }

  @Test func keepsThePicturesOfAPageThatStays() throws {
    try Reports.withDirectory { directory in
      let path = directory.path
      try ReportWriter(directory: path).write([
        ReportFile(path: "index.html", text: "x"),
        ReportFile(path: "charts/packet-rate.png", bytes: [1]),
      ])
      try ReportWriter(directory: path).write([ReportFile(path: "report.json", text: "{}")])
      #expect(FileManager.default.fileExists(atPath: path + "/charts/packet-rate.png"))
    }
  }

  @Test func writesAgainOnlyWhatHasChangedOrIsGone() throws {
    try Reports.withDirectory { directory in
      let writer = ReportWriter(directory: directory.path)
      let old = [ReportFile(path: "charts/a.png", bytes: [1]), ReportFile(path: "b", bytes: [1])]
      try writer.write(old)
      let numbers = try old.map { try Self.fileNumber(directory.appending(path: $0.path)) }
      try writer.write([old[0], ReportFile(path: "b", bytes: [2])])
      #expect(try Self.fileNumber(directory.appending(path: "charts/a.png")) == numbers[0])
      #expect(try Data(contentsOf: directory.appending(path: "b")) == Data([2]))

      try Data([9]).write(to: directory.appending(path: "charts/a.png"))
      try writer.write(old)
      #expect(try Data(contentsOf: directory.appending(path: "charts/a.png")) == Data([1]))

      try FileManager.default.removeItem(at: directory)
      try writer.write(old)
      for file in old {
        #expect(try Array(Data(contentsOf: directory.appending(path: file.path))) == file.bytes)
      }
    }
  }

  private static func fileNumber(_ file: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int
  }

  @Test func removesALiveReportAfterTheEnd() throws {
    try Reports.withDirectory { directory in
      let writer = ReportWriter(directory: directory.path)
      var page = LiveReports.page(1)
      try writer.write(LiveReports.report(page).files(parallel: true))
      let exists = { (name: String) in
        FileManager.default.fileExists(atPath: directory.appending(path: name).path)
      }
      #expect(exists("live.js") && exists("window/charts/packet-rate.png"))

      page.state = .ended
      try writer.write(LiveReports.report(page).files(parallel: true))
      #expect(!exists("live.js") && exists("window/index.html") && exists("status.js"))

      let plain = try Report(Snapshots.onePacket, options: Reports.options()).files()
      try ReportWriter(directory: directory.path).write(plain)
      #expect(!exists("window") && !exists("status.js") && !exists("status.json"))
    }
  }

  @Test func leavesAStatusOfSomebodyElseAlone() throws {
    try Reports.withDirectory { directory in
      let status = directory.appending(path: "status.json")
      try Data("{}".utf8).write(to: status)
      try ReportWriter(directory: directory.path).write([ReportFile(path: "index.html", text: "x")])
      #expect(FileManager.default.fileExists(atPath: status.path))
    }
  }

  @Test func saysWhatCannotBeWrittenWhereAndWhatToDo() throws {
    try Reports.withDirectory { directory in
      let file = directory.appending(path: "file")
      try Data().write(to: file)
      let error = #expect(throws: ReportError.self) {
        try ReportWriter(directory: file.path + "/report").write([])
      }
      let text = try #require(error).description
      #expect(text.contains(file.path) && text.contains("file exists"))
      #expect(text.contains("--output"))
    }
  }
}
