/// The layers of a packet from the outermost to the deepest, at most 24.
public struct ProtocolPath: Hashable, BitwiseCopyable, Sendable {
  /// Eight layers a word, the outermost in the lowest byte.
  public var first: UInt64 = 0
  public var second: UInt64 = 0
  public var third: UInt64 = 0
  public var count = 0

  public static let capacity = 24

  @inlinable @inline(__always)
  public init() {}

  @inlinable @inline(__always)
  public static func == (left: ProtocolPath, right: ProtocolPath) -> Bool {
    left.first == right.first && left.second == right.second && left.third == right.third
  }

  public init(_ layers: [ProtocolID]) {
    for layer in layers { append(layer) }
  }

  /// Adds a layer; false if there is no room for it.
  @inlinable @inline(__always) @discardableResult
  public mutating func append(_ layer: ProtocolID) -> Bool {
    let bits = UInt64(layer.rawValue) &<< (UInt64(truncatingIfNeeded: count) & 7 &* 8)
    switch count &>> 3 {
    case 0: first |= bits
    case 1: second |= bits
    case 2: third |= bits
    default: return false
    }
    count &+= 1
    return true
  }

  /// This path with the layers of another below it, as far as there is room.
  public func appending(_ other: ProtocolPath) -> ProtocolPath {
    var result = self
    for index in 0..<other.count { result.append(other[index]) }
    return result
  }

  /// Puts `layer` in the place of the deepest one.
  mutating func replaceLast(_ layer: ProtocolID) {
    guard count > 0 else { return }
    let shift = UInt64((count - 1) % 8 * 8)
    let keep = ~(UInt64(0xFF) << shift)
    let bits = UInt64(layer.rawValue) << shift
    switch (count - 1) / 8 {
    case 0: first = first & keep | bits
    case 1: second = second & keep | bits
    default: third = third & keep | bits
    }
  }

  /// Takes the deepest layer away again.
  mutating func removeLast() {
    guard count > 0 else { return }
    replaceLast(.none)
    count -= 1
  }

  @inlinable @inline(__always)
  public subscript(index: Int) -> ProtocolID {
    let word = index < 8 ? first : index < 16 ? second : third
    return ProtocolID(rawValue: UInt8(truncatingIfNeeded: word >> UInt64(index % 8 * 8))) ?? .none
  }

  /// The deepest layer.
  @inlinable @inline(__always)
  public var last: ProtocolID { count == 0 ? .none : self[count - 1] }

  /// The number of the deepest layer, which takes less to tell.
  @inlinable @inline(__always)
  public var lastNumber: UInt8 {
    let shift = UInt64(truncatingIfNeeded: count &- 1) & 7 &* 8
    switch (count &- 1) &>> 3 {
    case 0: return UInt8(truncatingIfNeeded: first &>> shift)
    case 1: return UInt8(truncatingIfNeeded: second &>> shift)
    case 2: return UInt8(truncatingIfNeeded: third &>> shift)
    default: return ProtocolID.none.rawValue
    }
  }

  /// A number that differs for different paths, as far as 64 bits can.
  @inlinable @inline(__always)
  public var fingerprint: UInt64 {
    (first &* 0x9E37_79B9_7F4A_7C15 ^ second) &* 0xC2B2_AE3D_27D4_EB4F
      ^ third &* 0x1656_67B1_9E37_79F9
  }

  public var layers: [ProtocolID] { (0..<count).map { self[$0] } }
}

extension ProtocolPath: CustomStringConvertible {
  /// Display-filter names with slashes, "eth/ip/tcp".
  public var description: String { layers.map(\.filterName).joined(separator: "/") }
}
