import CaptureFormats
import Charts
import Reporting

/// `index.html` of an archive: every report in one table, the newest first.
///
/// Works without script and under a strict content policy, like the reports.
struct ArchivePage {
  let theme: ReportTheme
  let clock: ClockFormat

  /// The page and its style sheet, to be put in place in this order.
  func files(_ entries: [ArchiveEntry]) -> [ReportFile] {
    [
      ReportFile(path: "style.css", text: HTMLStyle.sheet + ArchiveStyle.sheet),
      ReportFile(path: "index.html", text: page(entries)),
    ]
  }

  private func page(_ entries: [ArchiveEntry]) -> String {
    let title = Self.commonTitle(entries)
    let heading = (title ?? "Network traffic").html(limit: 120)
    return """
      <!doctype html>
      <html lang="en" class="\(theme.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; \
      style-src 'self'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="\(theme == .auto ? "light dark" : theme.rawValue)">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="Packetpress \(PacketpressCommand.version.html())">
      <title>\(heading) · Snapshots</title>
      <link rel="stylesheet" href="style.css">
      </head>
      <body>
      <header>
      <p class="kicker">Packetpress · Snapshots</p>
      <h1>\(heading)</h1>
      <p class="subtitle">\(summary(entries).html())</p>
      </header>
      <main>
      <table class="archive">
      <caption>Reports, the newest first</caption>
      <thead><tr>\(Self.head)</tr></thead>
      <tbody>
      \(entries.map { row($0, withTitle: title == nil) }.joined(separator: "\n"))
      </tbody>
      </table>
      </main>
      <footer>
      <p>Each curve is bits per second over its capture, on a scale of its own. \
      Made by Packetpress \(PacketpressCommand.version.html()).</p>
      </footer>
      </body>
      </html>

      """
  }

  /// The title, where all have the same.
  private static func commonTitle(_ entries: [ArchiveEntry]) -> String? {
    let titles = Set(entries.map(\.record.title))
    return titles.count == 1 ? titles.first : nil
  }

  /// "30 reports, 1 Nov 2026 to 23 Nov 2026; 2 not complete".
  private func summary(_ entries: [ArchiveEntry]) -> String {
    let starts = entries.map(\.record.start)
    guard let first = starts.min(), let last = starts.max() else { return "No reports" }
    let (from, to) = (clock.date(first), clock.date(last))
    let days = from == to ? from : "\(from) to \(to)"
    let amiss = entries.count { !$0.record.isComplete }
    let state = amiss == 0 ? "all complete" : "\(Numbers.count(amiss)) not complete"
    return "\(Numbers.count(entries.count, "report")), \(days)"
      + (entries.count == 1 && amiss == 0 ? "; complete" : "; \(state)")
  }

  private static let head: String = {
    let words = ["Start", "Verdict", "Traffic"].map { "<th scope=\"col\">\($0)</th>" }
    let numbers = ["Peak rate", "Packets", "Bytes", "Duration"].map {
      "<th scope=\"col\" class=\"n\">\($0)</th>"
    }
    return (words + numbers).joined()
  }()

  private func row(_ entry: ArchiveEntry, withTitle: Bool) -> String {
    let record = entry.record
    let verdict = record.isComplete ? "verdict" : "verdict amiss"
    let title = withTitle ? " <small>\(record.title.html(limit: 120))</small>" : ""
    return """
      <tr><th scope="row"><a href="\(entry.link.html())">\(clock.dateTime(record.start).html())</a>\
      \(title)</th><td class="\(verdict)">\(record.verdict.html(limit: 120))</td>\
      <td class="traffic">\(Sparkline(record).svg)</td>\
      \(number("Peak rate", record.peakBitsPerSecond.map { Numbers.bitRate(Double($0)) } ?? "–"))\
      \(number("Packets", Numbers.count(record.packets)))\
      \(number("Bytes", Numbers.bytes(record.bytes)))\
      \(number("Duration", Numbers.duration(nanoseconds: record.durationNanoseconds)))</tr>
      """
  }

  /// A cell that brings its heading along, for screens on which the table has none.
  private func number(_ label: String, _ text: String) -> String {
    "<td class=\"n\" data-label=\"\(label)\">\(text.html())</td>"
  }
}
