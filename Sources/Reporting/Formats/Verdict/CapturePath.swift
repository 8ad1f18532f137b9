/// Where a capture is, as programs that look at repositories want it told.
struct CapturePath {
  private static let limit = 4_096

  /// Without "." and empty parts; relative paths stay relative.
  private let parts: [String]
  private let isAbsolute: Bool

  init(_ path: String) {
    let text = path == "-" ? "standard-input" : String(path.unicodeScalars.prefix(Self.limit))
    // Scalars are split, not characters: a slash with a combining accent is a slash to the system.
    parts = text.unicodeScalars.split(separator: "/").map { String($0) }.filter { $0 != "." }
    isAbsolute = text.unicodeScalars.first == "/"
  }

  private var names: [String] { parts.isEmpty ? ["capture"] : parts }

  /// For people and for programs that compare it with names of files.
  var text: String {
    (isAbsolute ? "/" : "")
      + SafeText.visible(names.joined(separator: "/"), limit: CapturePath.limit)
  }

  /// A URI (RFC 3986), relative where the path is; every byte but the unreserved ones is escaped, so
  /// that a colon does not make a scheme.
  var uri: String {
    (isAbsolute ? "file:///" : "") + names.map(Self.escaped).joined(separator: "/")
  }

  private static func escaped(_ name: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
