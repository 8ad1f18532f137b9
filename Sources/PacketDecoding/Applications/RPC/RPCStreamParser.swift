/// Reads the records of a connection (RFC 5531 section 11), of each the first fragment.
struct RPCStreamParser: FramedStreamParser {
  static let canResume = true

  /// Calls that can wait for their replies; of more, any are forgotten.
  private static let openLimit = 256

  var framers = MessageFramers()
  private var calls: [UInt32: RPCCall] = [:]
  /// Whether what comes next goes on a record, by direction.
  private var goesOn = (client: false, server: false)

  /// A fragment that a call or a reply can begin: not empty, and of no more than 16 MB.
  static func isRecord(_ reader: ByteReader) -> Bool {
    guard let mark: UInt32 = reader.peek() else { return false }
    return (20...16 << 20).contains(mark & 0x7FFF_FFFF)
  }

  mutating func forget(fromClient: Bool) {
    if fromClient { goesOn.client = false } else { goesOn.server = false }
  }

  func extent(of reader: ByteReader, fromClient: Bool) -> MessageExtent {
    let goesOn = fromClient ? goesOn.client : goesOn.server
    guard let mark: UInt32 = reader.peek() else { return .needs(4) }
    let length = 4 + Int(mark & 0x7FFF_FFFF)
    if goesOn { return .message(length: length, wanted: 4) }
    guard Self.isRecord(reader) else { return .unknown }
    guard reader.remaining >= 16 else { return .needs(16) }
    guard RPCMessage.isMessage(reader.slice(at: 4, count: .max)) else { return .unknown }
    return .message(length: length, wanted: min(length, 1024))
  }

  mutating func read(
    _ message: inout ByteReader, fromClient: Bool, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let isFirst = fromClient ? !goesOn.client : !goesOn.server
    let isLast = try message.read(as: UInt32.self) & 0x8000_0000 != 0
    if fromClient { goesOn.client = !isLast } else { goesOn.server = !isLast }
    guard isFirst else { return }
    let number: UInt32 = message.peek() ?? 0
    if let found = try RPCMessage.read(&message, calls: calls, into: &notes) {
      if calls.count >= Self.openLimit { calls.removeAll(keepingCapacity: true) }
      calls[found.number] = found.call
    } else {
      calls[number] = nil
    }
  }
}
