import CaptureFormats
import TrafficAnalysis
package import Wording

/// A file ends before its last packet does, or is damaged.
package enum CutShortFile: FindingRule {
  package static let id = "capture-cut-short"
  package static let title: Phrase = "A capture file is cut short"
  package static let group = FindingGroup.quality
  package static let definition =
    "Reading a file ended at a record that is damaged or not whole; everything before it is analysed."
  package static let advice: Phrase =
    "Copy the file again, or let the program that captures close it before it is read."
  package static let source = "draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng"
  package static let thresholds: [Threshold] = []

  package static func findings(in context: FindingContext) -> [Finding] {
    context.snapshot.capture.files.compactMap { file in
      file.cutShort.map { cut in
        Finding(
          Self.self, .warning, subject: .file(file.name),
          detail: """
            \(file.name) ends early at byte \(cut.offset), after packet \(cut.packet): \
            \(cut.reason).
            """,
          measured: 1, threshold: 1, unit: .files, packets: cut.packet > 0 ? [cut.packet] : [],
          filter: cut.packet > 0 ? DisplayFilter.frames([cut.packet]) : "frame")
      }
    }
  }
}
