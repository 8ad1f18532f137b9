import LiveCapture
import Logging
import Reporting

/// What is said on standard error; text from captures cannot control the terminal.
enum Message {
  nonisolated(unsafe) private static var log = Logger(label: "packetpress") { _ in MessageLog() }
  /// Chosen once, before any thread is started, as the level is.
  nonisolated(unsafe) private static var chosen = LogFormat.text

  static var format: LogFormat { unsafe chosen }

  static func choose(_ format: LogFormat?) { if let format { unsafe chosen = format } }

  static func configure(quiet: Bool, verbose: Bool) {
    unsafe log.logLevel = quiet ? .error : verbose ? .debug : .notice
  }

  static func error(_ text: String) { unsafe log.error("\(text)") }
  static func note(_ text: String) { unsafe log.notice("\(text)") }
  static func detail(_ text: String) { unsafe log.debug("\(text)") }

  /// `place` says for programs where it is.
  static func warning(_ text: String, at place: Logger.Metadata? = nil) {
    unsafe log.warning("\(text)", metadata: place)
  }

  /// What happened to a recording.
  static func say(_ event: RecordingEvent) {
    switch event.level {
    case .detail: detail(event.text)
    case .warning: warning(event.text)
    }
  }

  /// Wrong usage: lines of our own, as they are.
  static func usage(_ text: String) {
    guard format == .json else { return line(text) }
    object("error") { $0.field("message", text) }
  }

  /// Why the exit status is what it is: lines that are safe already.
  static func verdict(_ text: String) {
    guard format == .json else {
      StandardStream.write(Array(text.utf8), to: 2)
      return
    }
    for line in text.split(separator: "\n") {
      object("verdict") { $0.field("message", String(line)) }
    }
  }

  /// A line of text as it is.
  static func line(_ text: String) { StandardStream.write(Array((text + "\n").utf8), to: 2) }

  /// A line of JSON, at once, so that those of several threads do not mix.
  static func object(_ level: String, _ body: (inout JSONWriter) -> Void) {
    var line = NDJSONWriter()
    line.row { json in
      json.field("level", level)
      body(&json)
    }
    StandardStream.write(line.drain(), to: 2)
  }
}
