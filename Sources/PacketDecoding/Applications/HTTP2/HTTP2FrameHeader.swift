/// The first nine bytes of a frame (RFC 9113 section 4.1).
struct HTTP2FrameHeader: Hashable, Sendable {
  static let byteCount = 9
  /// What a payload may have unless the sides agree on more (section 4.2).
  private static let usualLimit = 16_384

  /// Of the payload.
  var length: Int
  var type: HTTP2FrameType
  var flags: UInt8
  var stream: UInt32
  private var hasReservedBit: Bool

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    let high: UInt16 = try reader.read()
    length = Int(high) << 8 | Int(try reader.read(as: UInt8.self))
    type = HTTP2FrameType(rawValue: try reader.read())
    flags = try reader.read()
    let number: UInt32 = try reader.read()
    hasReservedBit = number >> 31 != 0
    stream = number & 0x7FFF_FFFF
  }

  var endsStream: Bool { flags & 1 != 0 && (type == .data || type == .headers) }
  var endsHeaders: Bool { flags & 4 != 0 }
  var isPadded: Bool { flags & 8 != 0 }
  var hasPriority: Bool { flags & 0x20 != 0 }

  /// Whether this can be a frame where it is not certain that one begins.
  var isPlausible: Bool {
    guard !hasReservedBit, length <= Self.usualLimit, flags & ~allowedFlags == 0 else {
      return false
    }
    switch type {
    case .data, .headers, .continuation: return stream != 0
    case .priority: return stream != 0 && length == 5
    case .resetStream: return stream != 0 && length == 4
    case .pushPromise: return stream != 0 && length >= 4
    case .settings: return stream == 0 && length % 6 == 0 && (flags == 0 || length == 0)
    case .ping: return stream == 0 && length == 8
    case .goAway: return stream == 0 && length >= 8
    case .windowUpdate: return length == 4
    default: return false
    }
  }

  private var allowedFlags: UInt8 {
    switch type {
    case .data: 0x09
    case .headers: 0x2D
    case .settings, .ping: 0x01
    case .pushPromise: 0x0C
    case .continuation: 0x04
    default: 0
    }
  }
}
