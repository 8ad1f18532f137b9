package import CaptureFormats
package import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Something to be seen on a diagram over time.
package struct TimeMark: Hashable, Sendable {
  /// Nil for what is true of the capture as a whole.
  package var time: Timestamp?
  /// A few words.
  package var label: Phrase
  /// How bad it is; also told by the shape of the mark.
  package var tone: Tone

  /// `label` may hold text from packets.
  package init(time: Timestamp?, label: Phrase, tone: Tone) {
    self.time = time
    self.label = label.changed { PlainText($0, maximumLength: 80).string }
    self.tone = tone
  }
}
