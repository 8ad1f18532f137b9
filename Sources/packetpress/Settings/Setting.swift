/// The value of an option that was not given on the command line.
struct Setting: Equatable {
  /// The option's long name.
  let option: String
  /// One, or several of an option that may be repeated.
  let values: [String]
  /// Where it stands, for messages: "PACKETPRESS_TOP", "/etc/packetpress/config.yaml line 3".
  let origin: String

  /// Options that mean something without a value, too.
  private static let optionalValues: Set<String> = ["serve"]

  /// How it is written on a command line.
  func arguments(for entry: OptionList.Entry) throws -> [String] {
    if entry.isFlag || Self.optionalValues.contains(option) {
      switch values.first?.lowercased() {
      case "true", "yes", "on", "1": return ["--\(option)"]
      case "false", "no", "off", "0", "": return []
      default:
        guard !entry.isFlag else {
          throw CommandFailure(
            "\(origin): '\(values.joined(separator: ","))' is no value of \(option), which is true "
              + "or false")
        }
      }
    }
    guard entry.isRepeating || values.count == 1 else {
      throw CommandFailure("\(origin): \(option) takes one value, here are \(values.count)")
    }
    return values.map { "--\(option)=\($0)" }
  }
}
