import CaptureFormats
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Whether the numbers can be trusted: what is missing from the capture or odd in it.
struct CaptureQuality {
  private let context: ReportContext
  private var capture: CaptureSummary { context.capture }

  init(_ context: ReportContext) { self.context = context }

  /// One sentence for each thing that is wrong, the worst first.
  var problems: [InlineText] { cutShort + drops + accounting + clock + slices + limits }

  var warnings: [ReportBlock] { problems.prefix(4).map(ReportBlock.warning) }

  private var cutShort: [InlineText] {
    let cut = capture.files.filter { $0.cutShort != nil }
    let left = cut.count - min(cut.count, 8)
    return sentences(cut.prefix(8))
      + (left > 0 ? ["\(Words.counted(UInt64(left), "more file")) end early as well."] : [])
  }

  private func sentences(_ files: some Sequence<CaptureFileSummary>) -> [InlineText] {
    files.compactMap { file in
      file.cutShort.map { cut in
        """
        \(mono: file.name) ends early: \(cut.reason), at byte \(Words.count(cut.offset)), \
        after packet \(Words.count(cut.packet)). What comes before is analysed.
        """
      }
    }
  }

  private var drops: [InlineText] {
    guard let drops = capture.drops, drops > 0 else { return [] }
    let part = Words.percent(share(drops, of: drops.clampedSum(capture.accounting.read)))
    return [
      """
      The capturing system lost \(Words.counted(drops, "packet")) (\(part)); rates are lower \
      bounds, and losses in TCP may be the capture's own.
      """
    ]
  }

  private var accounting: [InlineText] {
    let malformed = capture.accounting.malformed
    let undecoded = capture.accounting.undecoded
    let kinds: [(UInt64, Phrase, Phrase)] = [
      (malformed, "1 packet is malformed", "\(Words.count(malformed)) packets are malformed"),
      (
        undecoded, "1 packet is of a protocol that is not decoded",
        "\(Words.count(undecoded)) packets are of a protocol that is not decoded"
      ),
    ]
    let parts = kinds.filter { $0.0 > 0 }.map { $0.0 == 1 ? $0.1 : $0.2 }
    return parts.isEmpty ? [] : ["\(parts.joined(separator: ", "))."]
  }

  private var clock: [InlineText] {
    guard capture.timeReversals > 0 else { return [] }
    return ["Time goes back \(Words.counted(capture.timeReversals, "time")) between packets."]
  }

  private var slices: [InlineText] {
    guard capture.capturedBytes < capture.bytes else { return [] }
    let part = Words.percent(share(capture.capturedBytes, of: capture.bytes))
    return ["Packets are sliced: the capture holds \(part) of the bytes that were on the wire."]
  }

  private var limits: [InlineText] {
    context.snapshot.limits.map { note in
      """
      The table of \(Phrase(message: note.table)) is limited to \(Words.count(note.limit)) entries; \
      \(Words.count(note.beyond)) went past it and are in the totals only.
      """
    }
  }
}
