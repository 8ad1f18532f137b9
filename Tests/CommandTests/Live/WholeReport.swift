import Foundation
import TestSupport
import Testing

/// Looks at the files of a report the way a reader meets them.
enum WholeReport {
  /// Expects every file that pages name to be there and whole.
  static func check(_ directory: URL) throws {
    for page in ["index.html", "window/index.html"] {
      let file = directory.appending(path: page)
      guard file.exists || page == "index.html" else { continue }
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(text.hasSuffix("</html>\n"), "\(page) is cut off")
      for name in names(in: text) {
        let target = file.deletingLastPathComponent().appending(path: name)
        let bytes = try? Data(contentsOf: target)
        #expect(bytes.map { isWhole($0, name: name) } == true, "\(page) names \(name)")
      }
    }
    _ = try ReportFile(in: directory)
  }

  /// The files beside it that a page shows or leads to.
  private static func names(in page: String) -> Set<String> {
    var names: Set<String> = []
    for match in page.matches(of: /(?:src|srcset|href)="([^"#?:]+)/) {
      let name = String(match.1)
      names.insert(name.hasSuffix("/") ? name + "index.html" : name)
    }
    return names
  }

  /// True if the bytes are a whole file of its kind.
  static func isWhole(_ bytes: Data, name: String) -> Bool {
    if name.hasSuffix(".png") {
      return bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        && bytes.suffix(8).starts(with: Data("IEND".utf8))
    }
    if name.hasSuffix(".html") { return bytes.suffix(8) == Data("</html>\n".utf8) }
    if name.hasSuffix(".json") { return (try? JSONSerialization.jsonObject(with: bytes)) != nil }
    if name.hasSuffix(".pdf") { return bytes.suffix(16).contains(UInt8(ascii: "%")) }
    return !bytes.isEmpty
  }
}
