extension String {
  /// The text as it stands in HTML, in an element or in a quoted attribute.
  ///
  /// Works on scalars. Mustache's own escaping works on characters and lets a quotation mark with a
  /// combining accent pass, which ends an attribute all the same.
  var htmlEscaped: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Safe to show and escaped: the only way by which text gets into a page.
  package func html(limit: Int = 1_000) -> String {
    SafeText.visible(self, limit: limit).htmlEscaped
  }
}
