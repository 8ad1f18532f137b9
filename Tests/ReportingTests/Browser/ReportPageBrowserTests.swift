import Foundation
import Reporting
import Testing
import TrafficAnalysis

@Suite(.enabled(if: Browser.isInstalled, "chromium, chromium-driver or python3 is missing"))
struct ReportPageBrowserTests {
  /// A report on disk for as long as a test has it.
  private final class Folder {
    let url = URL.temporaryDirectory.appending(
      path: "page-\(UUID().uuidString)", directoryHint: .isDirectory)

    init(_ snapshot: Snapshot, _ change: (inout ReportOptions) -> Void = { _ in }) throws {
      let options = Reports.options { options in
        options.formats = [.html, .csv, .json, .markdown]
        options.top = 12
        change(&options)
      }
      try ReportWriter(directory: url.path).write(Report(snapshot, options: options).files())
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var page: String { url.absoluteString + "index.html" }
  }

  /// What the policy of Jenkins is unless somebody changed it.
  private static let jenkins =
    "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self';"

  /// The texts of a column of the hosts, as they stand.
  private static func column(_ number: Int) -> String {
    "[...document.querySelectorAll('#hosts-table tbody tr:not([hidden])')]"
      + ".map(row => row.cells[\(number)].textContent.trim())"
  }

  /// A clipboard that the test can read.
  private static let clipboard = """
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text) => { window.copied = text; } },
    });
    """

  private static func head(_ number: Int) -> String {
    "document.querySelector('#hosts-table thead').rows[0].cells[\(number)]"
  }

  private func texts(_ browser: Browser, _ expression: String) throws -> [String] {
    try #require(try browser.value(expression) as? [String])
  }

  /// Packets sent, without the last row, which sums up the others.
  private func numbers(_ browser: Browser) throws -> [Double] {
    try texts(browser, Self.column(2)).dropLast().compactMap {
      Double($0.replacing(",", with: ""))
    }
  }

  @Test func putsRowsInOrderAndBack() throws {
    let folder = try Folder(Snapshots.huge)
    let browser = try Browser()
    try browser.open(folder.page)
    let asWritten = try texts(browser, Self.column(0))
    #expect(asWritten.count > 3)
    let click = "\(Self.head(2)).querySelector('button').click()"
    _ = try browser.value(click)
    #expect(try browser.value("\(Self.head(2)).ariaSort") as? String == "descending")
    let falling = try numbers(browser)
    #expect(falling.count == 12 && falling == falling.sorted(by: >))
    _ = try browser.value(click)
    #expect(try browser.value("\(Self.head(2)).ariaSort") as? String == "ascending")
    #expect(try numbers(browser) == falling.sorted())
    #expect(try texts(browser, Self.column(0)).last == asWritten.last)
    _ = try browser.value(click)
    #expect(try texts(browser, Self.column(0)) == asWritten)
    #expect(try browser.complaints() == [])
  }

  @Test(arguments: [
    ("1.2 GB", "999 MB"), ("5.9 Mbit/s", "640 kbit/s"), ("2 min 3 s", "122 s"), ("1 h", "59 min"),
    ("12,345", "9,999"), ("0.2 %", "<0.1 %"), ("1 ms", "999 µs"), ("1 d 2 h", "25 h"),
  ])
  func knowsWhichIsMore(more: String, less: String) throws {
    let folder = try Folder(Snapshots.busy)
    let browser = try Browser()
    try browser.open(folder.page)
    // Any two rows will do, whose cells are made to say these.
    let prepare = """
      (() => {
        const rows = [...document.querySelectorAll('#hosts-table tbody tr:not(.others)')];
        for (const row of rows) row.cells[2].textContent = '–';
        rows[1].cells[2].textContent = '\(less)';
        rows[2].cells[2].textContent = '\(more)';
        \(Self.head(2)).querySelector('button').click();
      })()
      """
    _ = try browser.value(prepare)
    #expect(Array(try texts(browser, Self.column(2)).prefix(3)) == [more, less, "–"])
  }

  @Test func leavesOutRowsAndCopiesTheRest() async throws {
    let folder = try Folder(Snapshots.huge)
    let browser = try Browser()
    try browser.open(folder.page)
    let all = try texts(browser, Self.column(0))
    let wanted = all[1]
    let type = """
      (() => {
        const table = document.querySelector('#hosts-table').closest('.table');
        const field = table.querySelector('input');
        field.value = '\(wanted)';
        field.dispatchEvent(new Event('input'));
        \(Self.clipboard)
        table.querySelector('.copy').click();
      })()
      """
    _ = try browser.value(type)
    let left = try texts(browser, Self.column(0))
    #expect(left.contains(wanted) && left.count < all.count)
    #expect(try await browser.becomes("typeof window.copied === 'string'"))
    let copied = try #require(try browser.value("window.copied") as? String)
    let lines = copied.split(separator: "\r\n")
    #expect(lines.count == left.count + 1)
    #expect(lines[0].hasPrefix("Address,"))
    #expect(lines[1].hasPrefix(wanted + ","))
  }

  @Test func copiesNoFormula() async throws {
    let folder = try Folder(Snapshots.busy)
    let browser = try Browser()
    try browser.open(folder.page)
    let prepare = """
      (() => {
        const cell = document.querySelector('#hosts-table tbody tr').cells[1];
        cell.textContent = '=1+"2",3';
        \(Self.clipboard)
        document.querySelector('#hosts-table').closest('.table').querySelector('.copy').click();
      })()
      """
    _ = try browser.value(prepare)
    #expect(try await browser.becomes("typeof window.copied === 'string'"))
    let copied = try #require(try browser.value("window.copied") as? String)
    #expect(copied.contains(#","'=1+""2"",3","#))
  }

  @Test func readsChartsUnderThePointerAndByKeys() throws {
    let folder = try Folder(Snapshots.busy)
    let browser = try Browser()
    try browser.open(folder.page)
    let reading = "document.querySelector('#chart-packet-rate .reading')"
    #expect(try browser.value("\(reading).hidden") as? Bool == true)
    _ = try browser.value(
      """
      document.querySelector('#chart-packet-rate polygon')
        .dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))
      """)
    #expect(try browser.value("\(reading).hidden") as? Bool == false)
    let first = try #require(try browser.value("\(reading).textContent") as? String)
    #expect(first.contains("packets"))
    _ = try browser.value(
      """
      document.querySelector('#chart-packet-rate .scroll')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))
      """)
    #expect(try browser.value("\(reading).textContent") as? String != first)
    let line = "document.querySelector('#chart-packet-rate .crosshair')"
    #expect((try browser.value("Number(\(line).getAttribute('x1'))") as? Double ?? 0) > 0)
    _ = try browser.value(
      """
      document.querySelector('#chart-packet-rate .scroll')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
      """)
    #expect(try browser.value("\(reading).hidden") as? Bool == true)
    #expect(try browser.complaints() == [])
  }

  @Test func opensWhatALinkLeadsTo() throws {
    let folder = try Folder(Snapshots.busy)
    let browser = try Browser()
    try browser.open(folder.page + "#numbers-packet-rate")
    #expect(
      try browser.value("document.querySelector('#chart-packet-rate details').open") as? Bool
        == true)
    let links = "[...document.querySelectorAll('.anchor')].every((link) => "
    #expect(
      try browser.value(links + "document.getElementById(link.hash.slice(1)) !== null)") as? Bool
        == true)
  }

  /// Where scripts may not run, all is there, and the only complaint is that they did not.
  @Test func isWholeUnderThePolicyOfJenkins() throws {
    let folder = try Folder(Snapshots.busy)
    let server = try StaticServer(folder.url, policy: Self.jenkins)
    let browser = try Browser()
    try browser.open(server.root + "index.html")
    #expect(try browser.value("document.querySelector('.sort') === null") as? Bool == true)
    let pictures = "[...document.querySelectorAll('img')]"
    #expect(
      try browser.value("\(pictures).every((image) => image.naturalWidth > 0)") as? Bool == true)
    #expect((try browser.value("\(pictures).length") as? Int ?? 0) > 5)
    #expect(
      try browser.value("getComputedStyle(document.querySelector('.key')).display") as? String
        == "grid")
    #expect(try texts(browser, Self.column(0)).count > 3)
    let complaints = try browser.complaints()
    #expect(
      complaints.count == 1 && complaints.allSatisfy { $0.contains("Blocked script execution") },
      "\(complaints)")
  }

  @Test func leavesNothingToComplainOfWithoutItsScript() throws {
    let folder = try Folder(Snapshots.busy) { $0.hasScript = false }
    let server = try StaticServer(folder.url, policy: Self.jenkins)
    let browser = try Browser()
    try browser.open(server.root + "index.html")
    #expect(try texts(browser, Self.column(0)).count > 3)
    #expect(try browser.complaints() == [])
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/report.js"))
  }
}
