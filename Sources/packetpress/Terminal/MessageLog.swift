import Logging
import Reporting

/// Writes `packetpress: warning: …`, or JSON; without a time: whoever runs it keeps their own.
struct MessageLog: LogHandler {
  var logLevel = Logger.Level.notice
  var metadata = Logger.Metadata()

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let text = SafeText.visible("\(event.message)", limit: 2000)
    switch Message.format {
    case .text:
      let kind =
        switch event.level {
        case .error, .critical: "error: "
        case .warning: "warning: "
        default: ""
        }
      Message.line("packetpress: " + kind + text)
    case .json:
      Message.object(Self.name(event.level)) { json in
        json.field("message", text)
        for (key, value) in (event.metadata ?? [:]).sorted(by: { $0.key < $1.key }) {
          Self.write(key, value, to: &json)
        }
      }
    }
  }

  private static func name(_ level: Logger.Level) -> String {
    switch level {
    case .error, .critical: "error"
    case .warning: "warning"
    case .notice, .info: "note"
    case .debug, .trace: "detail"
    }
  }

  private static func write(
    _ key: String, _ value: Logger.Metadata.Value, to json: inout JSONWriter
  ) {
    if case .stringConvertible(let number) = value, let number = number as? UInt64 {
      json.field(key, number)
    } else {
      json.field(key, SafeText.visible("\(value)", limit: 4096))
    }
  }
}
