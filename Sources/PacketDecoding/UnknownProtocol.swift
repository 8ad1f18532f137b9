/// A number that says what comes next, of a protocol that we do not know.
public struct UnknownProtocol: Hashable, BitwiseCopyable, Sendable {
  public enum Space: UInt8, BitwiseCopyable, Sendable {
    case none, linkType, etherType, ipProtocol, pppProtocol, llcSAP, snap, greProtocol, nlpid
    case addressFamily, arcnetProtocol
  }

  public var space: Space
  public var number: UInt32

  @inlinable @inline(__always)
  public init(_ space: Space, _ number: some BinaryInteger) {
    self.space = space
    self.number = UInt32(truncatingIfNeeded: number)
  }

  @inlinable public static var none: UnknownProtocol { UnknownProtocol(.none, 0) }

  /// True for ``none``.
  @inlinable @inline(__always)
  public var isNone: Bool { number == 0 && space.rawValue == 0 }

  @inlinable @inline(__always)
  public static func == (left: UnknownProtocol, right: UnknownProtocol) -> Bool {
    left.number == right.number && left.space.rawValue == right.space.rawValue
  }
}

extension UnknownProtocol: CustomStringConvertible {
  /// "ethertype 0x88e5", "ip proto 115".
  public var description: String {
    let hex = "0x" + String(number, radix: 16)
    return switch space {
    case .none: ""
    case .linkType: number == UInt16.max ? "record without a packet" : "link type \(number)"
    case .etherType: "ethertype \(hex)"
    case .ipProtocol: "ip proto \(number)"
    case .pppProtocol: "ppp proto \(hex)"
    case .llcSAP: "llc sap \(hex)"
    case .snap: "snap pid \(hex)"
    case .greProtocol: "gre proto \(hex)"
    case .nlpid: "nlpid \(hex)"
    case .addressFamily: "address family \(number)"
    case .arcnetProtocol: "arcnet proto \(hex)"
    }
  }
}
