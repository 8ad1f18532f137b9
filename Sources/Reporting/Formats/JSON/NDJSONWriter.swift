/// Writes one JSON object a line, for programs that read a stream.
package struct NDJSONWriter: Sendable {
  private var json = JSONWriter(indent: nil)

  package init() {}

  package mutating func row(_ body: (inout JSONWriter) -> Void) {
    json.object(body)
    json.newline()
  }

  /// Everything written since the last time, to be sent on.
  package mutating func drain() -> [UInt8] { json.drain() }
}
