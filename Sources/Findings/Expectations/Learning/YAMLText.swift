/// Text of captures in a YAML file.
enum YAMLText {
  /// In double quotes, with everything escaped that could be more than text (YAML 1.2 section 5.7).
  static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case " "..."~": String(scalar)
    default: "\\U" + digits(scalar.value)
    }
  }

  private static func digits(_ value: UInt32) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 8 - text.utf8.count) + text
  }
}
