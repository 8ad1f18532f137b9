/// What is true of a flow or not, in one byte, as there are millions of flows.
struct FlowMarks: OptionSet, BitwiseCopyable, Sendable {
  var rawValue: UInt8

  static let hasHello = FlowMarks(rawValue: 1)
  static let isClosed = FlowMarks(rawValue: 2)
  static let isInsideHTTP = FlowMarks(rawValue: 4)

  @inline(__always)
  mutating func set(_ mark: FlowMarks, _ isSet: Bool) {
    if isSet { insert(mark) } else { remove(mark) }
  }
}
