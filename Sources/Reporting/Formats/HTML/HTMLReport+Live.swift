import CaptureFormats
import Charts
internal import Wording

extension HTMLReport {
  /// Interfaces shown before they are summed up.
  private static let shownInterfaces = 6
  private static let shownFiles = 3
  private static let shownNotices = 6

  /// Whether the page keeps itself up to date.
  var isRefreshed: Bool { options.live?.state == .running }

  /// The strip at the top of a live page, and what its script has to know.
  func live(_ page: LivePage) -> Context {
    [
      "script": isRefreshed ? root(page) + LiveScript.path as Any : false,
      "every": "\(page.everySeconds)", "generation": "\(page.generation)",
      "started": ExactTime.rfc3339(page.started), "updated": ExactTime.rfc3339(page.updated),
      "root": root(page), "events": page.eventsPath.map { $0.html() } ?? false as Any,
      "state": say(isRefreshed ? "Live" : "Ended"), "stateClass": page.state.rawValue,
      "source": page.source.html(limit: 80), "updatedClock": clock(page),
      "about": about(page), "saved": saved(page), "hasSaved": !page.saved.isEmpty,
      "figures": figures(page), "tabs": tabs(page),
      "notices": notices(page),
      "interfaces": interfaces(page).map { table($0.said(in: options.language)) } ?? false as Any,
    ]
  }

  func root(_ page: LivePage) -> String { page.view == .window ? "../" : "" }

  private func clock(_ page: LivePage) -> String {
    let clock = options.clock
    return "\(clock.time(page.updated)) \(clock.zoneName(at: page.updated))".html()
  }

  private func about(_ page: LivePage) -> String {
    let started = options.clock.dateTime(page.started)
    let running = Words.duration(max(0, page.updated.nanoseconds(since: page.started)))
    guard isRefreshed else { return say("Started \(started), ended after \(running).") }
    let every = Words.duration(Int64(page.everySeconds) * 1_000_000_000)
    return say("Started \(started), running for \(running); a new report every \(every).")
  }

  private func saved(_ page: LivePage) -> String {
    let names = page.saved.suffix(Self.shownFiles).map { "<code>\($0.html(limit: 120))</code>" }
    let left = page.saved.count - names.count
    let list = names.joined(separator: ", ")
    // What is filled in is HTML already.
    let message = left > 0 ? "Saved to {1} and {2} more." : "Saved to {1}."
    return options.language.parts(of: message).map { part in
      switch part {
      case .words(let words): String(words).html()
      case .place(let place): place == 1 ? list : Words.count(left)
      }
    }.joined()
  }

  private func tabs(_ page: LivePage) -> [Context] {
    [
      [
        "path": root(page) + "index.html", "label": say("Since the start"),
        "isCurrent": page.view == .whole,
      ],
      [
        "path": page.view == .whole ? "window/index.html" : "index.html",
        "label": say("Last \(page.windowText)"), "isCurrent": page.view == .window,
      ],
    ]
  }

  private func figures(_ page: LivePage) -> [Context] {
    let figures = [
      KeyFigure("Packets per second", Numbers.compact(page.packetsPerSecond)),
      KeyFigure("Bit rate", Numbers.bitRate(page.bitsPerSecond)),
      KeyFigure("Active flows", Words.count(page.activeFlows)),
      KeyFigure("Packets", Words.count(page.packets)),
      KeyFigure("Bytes", Words.bytes(page.bytes)),
    ]
    let plain = figures.map { ["label": say($0.label), "value": say($0.value)] as Context }
    return plain + [dropped(page)]
  }

  private func dropped(_ page: LivePage) -> Context {
    guard let dropped = page.dropped else {
      return ["label": say("Dropped"), "value": "–", "detail": say("not counted")]
    }
    let part = Words.percent(share(dropped, of: dropped.clampedSum(page.packets)))
    return [
      "label": say("Dropped"), "value": Words.count(dropped), "isMarked": dropped > 0,
      "detail": dropped > 0 ? part.html() as Any : false,
    ]
  }

  private func notices(_ page: LivePage) -> [Context] {
    let left = page.notices.count - Self.shownNotices
    return page.notices.prefix(Self.shownNotices).map { ["text": $0.html()] }
      + (left > 0 ? [["text": say("\(Words.counted(UInt64(left), "more notice")).")]] : [])
  }

  /// Where there is more to say than that the only interface works.
  private func interfaces(_ page: LivePage) -> ReportTable? {
    let all = page.interfaces
    let notUp = all.filter { $0.state != "up" }
    guard all.count > 1 || !notUp.isEmpty else { return nil }
    var table = ReportTable(
      id: "live-interfaces", caption: "Packets by interface",
      columns: [
        .text("Interface", mono: true), .text("State"), .number("Received"),
        .number("Kernel drops"), .number("Interface drops"),
      ])
    table.fill(
      notUp + all.filter { $0.state == "up" }, top: Self.shownInterfaces, noun: "interface"
    ) { interface in
      [ReportTable.Cell(interface.name), ReportTable.Cell(Phrase(message: interface.state))]
        + counts([interface])
    } others: { rest in
      [""] + counts(rest ?? [])
    }
    return table
  }

  private func counts(_ interfaces: [LivePage.Interface]) -> [ReportTable.Cell] {
    [
      .count(interfaces.map(\.received).clampedSum), .count(interfaces.map(\.dropped).clampedSum),
      .count(interfaces.map(\.droppedByInterface).clampedSum),
    ]
  }
}
