import Foundation
import Reporting
import Testing
import TrafficAnalysis

@Suite struct HTMLReportTests {
  @Test(arguments: Snapshots.all.map(\.name))
  func worksUnderTheStrictestPolicy(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    let page = try Reports.page(snapshot)
    for tag in Self.tags(of: page) {
      // The one script improves; the values of attributes are not in these tags.
      #expect(!tag.hasPrefix("<style"), "\(tag)")
      #expect(!tag.contains(" style="), "\(tag)")
      #expect(tag.firstMatch(of: /\son[a-z]+=/) == nil, "\(tag)")
    }
    #expect(page.matches(of: /(?:src|srcset|href)="(?:data|javascript|http)/).isEmpty)
    #expect(
      page.contains("default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self';"))
    #expect(page.matches(of: /<script/).count == 1)
    #expect(page.contains(#"<script src="report.js" defer></script>"#))
  }

  /// Tags as a browser finds them, from "<" and a letter to the next ">" outside of quotes, without
  /// the values of their attributes.
  static func tags(of page: String) -> [String] {
    var tags: [String] = []
    var tag: String.UnicodeScalarView?
    var isQuoted = false
    let scalars = Array(page.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if var open = tag {
        if scalar == "\"" { isQuoted.toggle() }
        if !isQuoted || scalar == "\"" { open.append(scalar) }
        tag = open
        if scalar == ">", !isQuoted {
          tags.append(String(open))
          tag = nil
        }
      } else if scalar == "<", index + 1 < scalars.count, scalars[index + 1].properties.isAlphabetic
      {
        tag = "<".unicodeScalars
      }
    }
    return tags
  }

  /// Nothing but a caption may be last where it is not first (HTML, the figure element).
  @Test func captionsEndFigures() throws {
    let page = try Reports.page(Snapshots.busy)
    let ends = page.matches(of: /<\/figcaption>\s*<\/figure>/).count
    #expect(ends > 5 && ends == page.matches(of: /<\/figure>/).count)
  }

  @Test func showsHostileTextAsText() throws {
    let page = try Reports.page(Snapshots.ugly)
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<b>bold"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("\\u{202E}gpj.exe"))
    #expect(page.contains("{{title}}{{{title}}}"))
    let hidden = page.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F..<0xA0).contains($0.value)
        || (0x202A...0x202E).contains($0.value)
    }
    #expect(hidden.isEmpty)
  }

  @Test(arguments: Snapshots.all.map(\.name))
  func namesOnlyFilesThatAreThere(name: String) throws {
    let snapshot = try #require(Snapshots.all.first { $0.name == name }).snapshot
    for formats in [Set(ReportFormat.files), [.html], [.html, .csv]] {
      let files = try Reports.files(snapshot) { $0.formats = formats }
      let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
      let anchors = Set(page.matches(of: /\sid="([^"]+)"/).map { String($0.1) })
      for match in page.matches(of: /\s(?:src|srcset|href)="([^"]+)"/) {
        let path = String(match.1)
        #expect(
          path.hasPrefix("#") ? anchors.contains(String(path.dropFirst())) : files[path] != nil,
          "\(path) with \(formats)")
      }
    }
  }

  @Test func hasEveryIdentifierOnce() throws {
    let identifiers = try Reports.page(Snapshots.busy).matches(of: /\sid="([^"]+)"/).map(\.1)
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func holdsEverythingInASingleFile() throws {
    let files = try Reports.files(Snapshots.busy) { options in
      options.formats = [.html, .csv, .json]
      options.isSingleFile = true
    }
    #expect(files["style.css"] == nil)
    #expect(files.keys.allSatisfy { !$0.hasPrefix("charts/") })
    let page = String(decoding: try #require(files["index.html"]), as: UTF8.self)
    #expect(page.contains("src=\"data:image/png;base64,iVBOR"))
    #expect(page.contains("img-src data:; style-src 'unsafe-inline'"))
    #expect(page.matches(of: /(?:src|srcset|href)="([^"#d][^"]*)"/).isEmpty)
  }

  @Test func showsOnePictureOfAFixedTheme() throws {
    let page = try Reports.page(Snapshots.busy) { $0.theme = .dark }
    #expect(page.contains("-dark.png") && !page.contains("<source"))
  }

  @Test func staysSmall() throws {
    #expect(try Reports.page(Snapshots.busy).utf8.count < 400_000)
    #expect(try Reports.page(Snapshots.ugly).utf8.count < 600_000)
  }

  @Test func describesPicturesAndTables() throws {
    let page = try Reports.page(Snapshots.busy)
    let images = page.matches(of: /<img [^>]*alt="([^"]*)"/)
    #expect(images.count >= 6 && images.allSatisfy { !$0.1.isEmpty })
    let tables = page.matches(of: /<table/).count
    #expect(page.matches(of: /<caption/).count == tables)
    #expect(page.contains("<th scope=\"col\"") && page.contains("<th scope=\"row\""))
  }
}
