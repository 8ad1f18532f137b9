import Foundation
import ReportServer

/// A server on a port of its own, with a small report.
final class TestServer {
  let published = PublishedReport()
  let server: ReportServer
  let port: UInt16

  init(
    publishing files: [(path: String, bytes: [UInt8])]? = TestServer.report,
    _ change: (inout ServerSettings) -> Void = { _ in }
  ) throws {
    var settings = ServerSettings()
    settings.address = try ServerAddress(parsing: "127.0.0.1:0")
    change(&settings)
    server = ReportServer(published, settings: settings)
    try server.start()
    port = UInt16(URLComponents(string: server.boundAddress!)!.port!)
    if let files { published.publish(files, generation: 1) }
  }

  deinit { server.stop() }

  static let page = String(repeating: "<p>All packets.</p>\n", count: 200)
  static let report: [(path: String, bytes: [UInt8])] = [
    ("index.html", Array(page.utf8)), ("window/index.html", Array("window".utf8)),
    ("report.json", Array("{}\n".utf8)), ("status.json", Array("{\"n\":1}".utf8)),
    ("live.js", Array("'use strict'".utf8)), ("style.css", Array("p {}".utf8)),
    ("charts/timeline.png", [0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: 0, count: 2000)),
    ("report.pdf", Array("%PDF".utf8)), ("tables/hosts.csv", Array("a,b\n".utf8)),
  ]

  func connect(receiveBuffer: Int32? = nil) throws -> Client {
    try Client(port: port, receiveBuffer: receiveBuffer)
  }

  func get(
    _ target: String, method: String = "GET", host: String = "localhost", _ fields: String...
  ) throws -> Answer {
    let client = try connect()
    let lines = ["\(method) \(target) HTTP/1.1", "Host: \(host)"] + fields + ["", ""]
    client.send(lines.joined(separator: "\r\n"))
    return try client.readResponse(hasBody: method != "HEAD")
  }
}
