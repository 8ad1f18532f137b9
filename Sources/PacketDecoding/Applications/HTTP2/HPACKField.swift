/// A header field as HTTP/2 sends it; names are in lower case (RFC 9113 section 8.2).
struct HPACKField: Hashable, Sendable {
  var name: [UInt8]
  var value: [UInt8]

  init(name: [UInt8], value: [UInt8]) {
    self.name = name
    self.value = value
  }

  init(_ name: String, _ value: String = "") {
    self.init(name: Array(name.utf8), value: Array(value.utf8))
  }

  /// What it counts for in a dynamic table (RFC 7541 section 4.1).
  var tableByteCount: Int { name.count + value.count + 32 }
}
