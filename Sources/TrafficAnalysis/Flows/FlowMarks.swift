/// What is true of a flow or not, and a small count, in one byte, as there are millions of flows.
struct FlowMarks: BitwiseCopyable, Sendable {
  private var bits: UInt8 = 0

  struct Mark {
    fileprivate let bit: UInt8

    static var hasHello: Mark { Mark(bit: 1) }
    static var isClosed: Mark { Mark(bit: 2) }
    static var isInsideHTTP: Mark { Mark(bit: 4) }
    static var clientIsLow: Mark { Mark(bit: 8) }
  }

  subscript(mark: Mark) -> Bool {
    @inline(__always) get { bits & mark.bit != 0 }
    @inline(__always) set { bits = newValue ? bits | mark.bit : bits & ~mark.bit }
  }

  /// From 0 to 15; more is 15.
  var count: UInt8 {
    @inline(__always) get { bits >> 4 }
    @inline(__always) set { bits = bits & 15 | min(newValue, 15) << 4 }
  }
}
