import Foundation
import Reporting
import Testing

@Suite(.enabled(if: Browser.isInstalled, "chromium, chromium-driver or python3 is missing"))
struct LivePageBrowserTests {
  private static let isStale = "!document.querySelector('#live-stale').hidden"
  private static let heading = "document.querySelector('#packet-sizes-title')"

  @Test(arguments: [false, true])
  func keepsItselfUpToDateAndTheReaderInPlace(isServed: Bool) async throws {
    let live = LiveDirectory()
    try live.write(1)
    let server = isServed ? try StaticServer(live.url) : nil
    let browser = try Browser()
    try browser.open((server?.root ?? live.url.absoluteString) + "index.html")
    let prepare = """
      document.querySelector('#chart-packet-rate details').open = true;
      scrollBy({ top: \(Self.heading).getBoundingClientRect().top - 40, behavior: 'instant' });
      document.querySelector('#chart-packet-sizes summary').focus({ preventScroll: true });
      window.isSamePage = true;
      """
    _ = try browser.value(prepare)

    for generation in 2...4 as ClosedRange<UInt64> {
      try live.write(generation)
      #expect(try await browser.becomes(LiveDirectory.shows(generation)), "report \(generation)")
      let place = try browser.value("\(Self.heading).getBoundingClientRect().top")
      #expect(abs((place as? Double ?? 0) - 40) < 2, "at \(place ?? "–")")
      #expect(
        try await browser.becomes("document.querySelector('#chart-packet-rate details').open"))
      #expect(try await browser.becomes("document.activeElement.localName === 'summary'"))
    }
    #expect(try browser.value("window.isSamePage === true") as? Bool == isServed)

    try live.write(5, state: .ended)
    #expect(try await browser.becomes("document.querySelector('#live') === null"))
    #expect(try browser.complaints() == [])
  }

  @Test func saysWhenNothingNewComesUntilItDoes() async throws {
    let live = LiveDirectory()
    try live.write(1)
    let browser = try Browser()
    try browser.open(live.url.absoluteString + "window/index.html")
    #expect(try await browser.becomes(Self.isStale, within: 10))
    let text = try browser.value("document.querySelector('#live-stale').textContent") as? String
    #expect(try #require(text).contains(/^No new data for .+: the capture may have stopped\.$/))
    // On a busy machine a report may be old before it is looked at, as captures go on writing more.
    var isFresh = false
    for generation in 2...8 as ClosedRange<UInt64> where !isFresh {
      try live.write(generation)
      isFresh = try await browser.becomes(
        "\(LiveDirectory.shows(generation)) && !\(Self.isStale)", within: 6)
    }
    #expect(isFresh)

    live.ahead = -3_600
    try live.write(9)
    try browser.open(live.url.absoluteString + "index.html")
    #expect(try browser.value(Self.isStale) as? Bool == true, "an old page says so at once")
    #expect(try browser.complaints() == [])
  }

  @Test func refreshesWithoutScriptAndStaysInPlace() async throws {
    let live = LiveDirectory()
    try live.write(1)
    let browser = try Browser()
    try browser.command("Emulation.setScriptExecutionDisabled", ["value": true])
    try browser.open(live.url.absoluteString + "index.html")
    _ = try browser.value("scrollTo({ top: 900, behavior: 'instant' })")
    for generation in 2...3 as ClosedRange<UInt64> {
      try live.write(generation)
      #expect(try await browser.becomes(LiveDirectory.shows(generation)), "report \(generation)")
      #expect(try await browser.becomes("scrollY === 900"))
    }
    #expect(try browser.complaints() == [])
  }

  @Test func isToldByEvents() async throws {
    let live = LiveDirectory()
    live.every = 60
    live.events = "events"
    try live.write(1)
    let server = try StaticServer(live.url)
    let browser = try Browser()
    try browser.open(server.root + "window/")
    #expect(try await browser.becomes(LiveDirectory.shows(1)))
    try live.write(2)
    #expect(try await browser.becomes(LiveDirectory.shows(2), within: 9))
    #expect(try browser.complaints() == [])
  }

  @Test func goesByTheClockOfTheServer() async throws {
    let live = LiveDirectory()
    live.every = 60
    live.ahead = -3_600
    try live.write(1)
    let server = try StaticServer(live.url, ahead: -3_600)
    let browser = try Browser()
    try browser.open(server.root)
    #expect(
      try await browser.becomes(
        "/ \\d+ s ago$/.test(document.querySelector('#live-age').textContent)"))
    #expect(try browser.value(Self.isStale) as? Bool == false)
  }

  @Test func leavesAPageAloneWhileTextIsSelected() async throws {
    let live = LiveDirectory()
    try live.write(1)
    let browser = try Browser()
    try browser.open(live.url.absoluteString + "index.html")
    _ = try browser.value("getSelection().selectAllChildren(document.querySelector('h1'))")
    try live.write(2)
    #expect(try await browser.becomes(LiveDirectory.shows(2), within: 3) == false)
    _ = try browser.value("getSelection().removeAllRanges()")
    #expect(try await browser.becomes(LiveDirectory.shows(2)))
  }
}
