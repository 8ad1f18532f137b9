import PacketDecoding
import TestSupport

/// What two hosts said to each other, segment by segment.
struct Recording: Sendable {
  struct Segment: Sendable {
    var fromClient: Bool
    var bytes: Bytes
  }

  /// What its first segment is known as.
  let application: ProtocolID
  /// Whether each segment is a datagram of its own, though the protocol has connections too.
  let isDatagrams: Bool
  var segments: [Segment] = []

  /// Lines of hexadecimal digits; those of the client begin with ">", those of its server with "<".
  init(_ application: ProtocolID, isDatagrams: Bool = false, _ text: String) {
    self.application = application
    self.isDatagrams = isDatagrams
    for line in text.split(separator: "\n") {
      let bytes = Bytes(stringLiteral: String(line))
      if line.hasPrefix(">") || line.hasPrefix("<") {
        segments.append(Segment(fromClient: line.hasPrefix(">"), bytes: bytes))
      } else {
        segments[segments.count - 1].bytes.array += bytes.array
      }
    }
  }

  var entry: any ApplicationProtocol.Type {
    guard let entry = ApplicationCatalog.entry(application) else {
      preconditionFailure("\(application) is not in the catalog")
    }
    return entry
  }

  /// The same bytes in segments of at most `length`.
  func cut(into length: Int) -> Recording {
    var copy = self
    copy.segments = segments.flatMap { segment in
      stride(from: 0, to: segment.bytes.array.count, by: length).map { start in
        let end = min(start + length, segment.bytes.array.count)
        return Segment(
          fromClient: segment.fromClient, bytes: Bytes(Array(segment.bytes.array[start..<end])))
      }
    }
    return copy
  }
}
