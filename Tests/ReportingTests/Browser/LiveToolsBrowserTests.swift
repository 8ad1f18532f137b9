import Foundation
import Testing
import TrafficAnalysis

/// The tools of `report.js` on a page that changes under the reader.
@Suite(.enabled(if: Browser.isInstalled, "chromium, chromium-driver or python3 is missing"))
struct LiveToolsBrowserTests {
  /// Twelve hosts, of which another sends most with each generation, and one more comes each time.
  private static func hosts(_ generation: UInt64) -> Snapshot {
    var snapshot = Snapshots.onePacket
    snapshot.capture.packets = 1_000 + generation
    snapshot.hosts.rows = (0..<11 + generation).map { index in
      var host = Host(address: Snapshots.v4(10, 0, UInt32(index % 2), UInt32(index)))
      host.packetsSent = 1 + (index + generation * 5) % 12
      host.bytesSent = 5_000 - index
      return host
    }
    snapshot.hosts.total = snapshot.hosts.rows.count
    return snapshot
  }

  private static let table = "document.querySelector('#hosts-table')"
  private static let head = "\(table).tHead.rows[0].cells[2]"
  private static let field = "\(table).closest('.table').querySelector('input')"

  private static func column(_ number: Int) -> String {
    "[...\(table).querySelectorAll('tbody tr:not([hidden]):not(.others)')]"
      + ".map(row => row.cells[\(number)].textContent.trim())"
  }

  /// Sorts by packets sent, keeps the hosts of 10.0.1.0, and reads the first value of a chart.
  private static let prepare = """
    (() => {
      \(head).querySelector('button').click();
      const field = \(field);
      field.value = '10.0.1.';
      field.dispatchEvent(new Event('input'));
      field.focus({ preventScroll: true });
      const plot = document.querySelector('#chart-packet-sizes .scroll');
      plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
      window.isSamePage = true;
    })()
    """

  private func numbers(_ browser: Browser) throws -> [Int] {
    try #require(try browser.value(Self.column(2)) as? [String]).compactMap { Int($0) }
  }

  @Test(arguments: [false, true])
  func keepsWhatTheReaderMadeOfATable(isServed: Bool) async throws {
    let live = LiveDirectory(Self.hosts)
    try live.write(1)
    let server = isServed ? try StaticServer(live.url) : nil
    let browser = try Browser()
    try browser.open((server?.root ?? live.url.absoluteString) + "index.html")
    _ = try browser.value(Self.prepare)
    var seen: Set<[Int]> = []
    for generation in 1...4 as ClosedRange<UInt64> {
      if generation > 1 { try live.write(generation) }
      #expect(try await browser.becomes(LiveDirectory.shows(generation)), "report \(generation)")
      #expect(try await browser.becomes("\(Self.head).ariaSort === 'descending'"))
      let numbers = try numbers(browser)
      #expect(numbers.count >= 5 && numbers == numbers.sorted(by: >), "\(numbers)")
      let addresses = try #require(try browser.value(Self.column(0)) as? [String])
      #expect(addresses.allSatisfy { $0.hasPrefix("10.0.1.") }, "\(addresses)")
      seen.insert(numbers)
      #expect(try browser.value("\(Self.field).value") as? String == "10.0.1.")
      #expect(try await browser.becomes("document.activeElement === \(Self.field)"))
      for part in [".tools", "caption .anchor", "th:nth-child(3) button"] {
        let count = "\(Self.table).closest('.table').querySelectorAll('\(part)').length"
        #expect(try browser.value(count) as? Int == 1, "\(part)")
      }
    }
    #expect(seen.count > 1, "the numbers have changed")
    #expect(try browser.value("window.isSamePage === true") as? Bool == isServed)
    let click = "\(Self.head).querySelector('button').click()"
    _ = try browser.value("\(click); \(click)")
    #expect(try browser.value("\(Self.head).ariaSort") as? String == nil)
    try live.write(5)
    #expect(try await browser.becomes(LiveDirectory.shows(5)))
    #expect(try browser.value("\(Self.head).ariaSort") as? String == nil)
    #expect(try browser.complaints() == [])
  }

  @Test func goesOnReadingAChart() async throws {
    let live = LiveDirectory { generation in
      var snapshot = Self.hosts(generation)
      snapshot.packetSizes = [PacketSizeBin(from: 40, to: 79, packets: generation * 111)]
      return snapshot
    }
    try live.write(1)
    let server = try StaticServer(live.url)
    let browser = try Browser()
    try browser.open(server.root + "index.html")
    _ = try browser.value(Self.prepare)
    let plot = "document.querySelector('#chart-packet-sizes .plot')"
    for generation in 1...3 as ClosedRange<UInt64> {
      if generation > 1 { try live.write(generation) }
      #expect(try await browser.becomes(LiveDirectory.shows(generation)))
      let words = try browser.value("\(plot).querySelector('output:not([hidden])').textContent")
      #expect((words as? String)?.contains("\(generation * 111)") == true, "\(words ?? "–")")
      #expect(try browser.value("\(plot).querySelectorAll('output').length") as? Int == 1)
      #expect(try browser.value("\(plot).querySelectorAll('.crosshair').length") as? Int == 1)
      #expect(try browser.value("\(plot).querySelectorAll('title').length") as? Int == 0)
    }
    #expect(try browser.complaints() == [])
  }
}
