/// What a link or an outline entry of a PDF leads to.
package enum LinkTarget: Hashable, Sendable {
  /// A place named with ``CairoCanvas/markDestination(_:at:)``, before or after the link.
  case destination(String)
  /// A page, from 1, and a point on it.
  case page(Int, Point)
  case uri(String)

  /// The target in the syntax of Cairo's tag attributes ("Tags and Links" in its manual).
  var attributes: String {
    switch self {
    case .destination(let name): "dest=\(Self.quoted(name))"
    case .page(let number, let point): "page=\(max(number, 1)) pos=[\(point.x) \(point.y)]"
    case .uri(let uri): "uri=\(Self.quoted(Self.ascii(uri)))"
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "'"
    for scalar in text.unicodeScalars where scalar.value >= 0x20 {
      if scalar == "'" || scalar == "\\" { quoted.append("\\") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }

  /// RFC 3986 has ASCII only; everything else is percent-encoded.
  private static func ascii(_ uri: String) -> String {
    uri.utf8.map { byte in
      byte > 0x20 && byte < 0x7F
        ? String(Unicode.Scalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
