/// The header of an HTTP/1 request (RFC 9112 section 3).
package struct HTTPRequest: Hashable, Sendable {
  package var method: String
  package var target: String
  /// `HTTP/1.1`, or empty for a request without one (HTTP/0.9).
  package var version: String
  package var fields = HTTPFields()
  /// False where the header block was cut by a gap, the end of the stream, or its size.
  package var isComplete = true

  /// The value of the Host field, as Wireshark's `http.host`.
  package var host: String? { fields.host }

  /// The host asked for: the Host field, or that of a target in absolute or authority form.
  package var authority: String? {
    if let host = fields.host, !host.isEmpty { return host }
    if method == "CONNECT" { return target }
    let text = Substring(target)
    guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else { return nil }
    return String(text[colon...].dropFirst(3).prefix { $0 != "/" && $0 != "?" })
  }
}
