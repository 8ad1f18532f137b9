/// A name of NetBIOS over TCP/IP (RFC 1001 section 14.1, RFC 1002 section 4.1).
package struct NetBIOSName: Hashable, Sendable {
  /// Without the spaces that fill it up to fifteen bytes.
  package var text: String
  /// What kind of name it is: 0x00 a workstation or domain, 0x20 a file server, …
  package var suffix: UInt8

  init(bytes: [UInt8]) {
    var name = bytes.prefix(15)
    while let last = name.last, last == 0x20 || last == 0 { name.removeLast() }
    text = PrintableText.string(Array(name))
    suffix = bytes.count > 15 ? bytes[15] : 0
  }

  /// Reads the first label, each of whose letters is half a byte, and passes the scope behind it.
  init(parsing reader: inout ByteReader) throws(DecodeError) {
    let start = reader.offset
    let length: UInt8 = try reader.read()
    guard length == 32 else { throw .invalid(.dnsLabel, value: Int(length), at: start) }
    let letters = try reader.readBytes(32)
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 32, by: 2) {
      let (high, low) = (letters[index] &- 0x41, letters[index + 1] &- 0x41)
      guard high < 16, low < 16 else {
        throw .invalid(.dnsLabel, value: Int(letters[index]), at: start + 1 + index)
      }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
    try Self.skip(&reader)
  }

  /// Passes over labels up to the end of a name.
  static func skip(_ reader: inout ByteReader) throws(DecodeError) {
    while true {
      let label: UInt8 = try reader.read()
      guard label > 0 else { return }
      guard label < 64 else {
        try reader.skip(1)
        return
      }
      try reader.skip(Int(label))
    }
  }

  /// True for a name that machines go by, not groups or services.
  var isOfHost: Bool { (suffix == 0 || suffix == 0x20) && !text.isEmpty && text != "*" }
}

extension NetBIOSName: CustomStringConvertible {
  /// "FILES<20>", as Wireshark writes it.
  package var description: String {
    "\(text)<\(suffix < 16 ? "0" : "")\(String(suffix, radix: 16))>"
  }
}
