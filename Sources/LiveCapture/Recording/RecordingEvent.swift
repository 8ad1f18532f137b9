/// Something that happened to a recording, in one line.
package struct RecordingEvent: Equatable, Sendable {
  package enum Level: Sendable {
    /// A file was begun, closed or removed.
    case detail
    /// Packets are not saved.
    case warning
  }

  package var level: Level
  package var text: String

  package init(level: Level, text: String) {
    self.level = level
    self.text = text
  }
}
