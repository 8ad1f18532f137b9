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
