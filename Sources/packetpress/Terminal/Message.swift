import Glibc
import LiveCapture
import Logging
import Reporting

/// Lines for people on standard error; text from captures cannot control the terminal.
enum Message {
  nonisolated(unsafe) private static var log = Logger(label: "packetpress") { _ in
    TerminalLog()
  }

  /// Chosen once, before any thread is started.
  static func configure(quiet: Bool, verbose: Bool) {
    unsafe log.logLevel = quiet ? .error : verbose ? .debug : .notice
  }

  static func error(_ text: String) { unsafe log.error("\(text)") }
  static func warning(_ text: String) { unsafe log.warning("\(text)") }
  static func note(_ text: String) { unsafe log.notice("\(text)") }
  static func detail(_ text: String) { unsafe log.debug("\(text)") }

  /// What happened to a recording.
  static func say(_ event: RecordingEvent) {
    switch event.level {
    case .detail: detail(event.text)
    case .warning: warning(event.text)
    }
  }

  /// Text of our own, as it is.
  static func raw(_ text: String) { StandardStream.write(Array((text + "\n").utf8), to: 2) }
}

/// Writes `packetpress: warning: …`, without a time: whoever runs it keeps their own.
private struct TerminalLog: LogHandler {
  var logLevel = Logger.Level.notice
  var metadata = Logger.Metadata()

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let kind =
      switch event.level {
      case .error, .critical: "error: "
      case .warning: "warning: "
      default: ""
      }
    let text = SafeText.visible("\(event.message)", limit: 2000)
    Message.raw("packetpress: " + kind + text)
  }
}

/// Whole writes to a descriptor.
enum StandardStream {
  /// False if nobody reads any more.
  @discardableResult
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }
}
