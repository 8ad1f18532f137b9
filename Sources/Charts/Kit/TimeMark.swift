package import CaptureFormats

/// Something to be seen on a diagram over time.
package struct TimeMark: Hashable, Sendable {
  /// Nil for what is true of the capture as a whole.
  package var time: Timestamp?
  /// A few words.
  package var label: String
  /// How bad it is; also told by the shape of the mark.
  package var tone: Tone

  /// `label` may hold text from packets.
  package init(time: Timestamp?, label: String, tone: Tone) {
    self.time = time
    self.label = PlainText(label, maximumLength: 80).string
    self.tone = tone
  }
}
