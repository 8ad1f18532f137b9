import Foundation

/// Options from environment variables: `PACKETPRESS_MAX_ROWS` is `--max-rows`.
enum Environment {
  static let prefix = "PACKETPRESS_"
  /// Names the settings file.
  static let settingsFile = prefix + "CONFIG"

  /// True if there is a variable that may be a setting.
  static var isUsed: Bool {
    ProcessInfo.processInfo.environment.keys.contains {
      $0.hasPrefix(prefix) && !read(elsewhere: $0)
    }
  }

  /// The settings for one command; `all` is every command's options.
  ///
  /// A variable that no command knows is told, as it is likely to be misspelt.
  static func settings(
    for command: OptionList, among all: [OptionList],
    variables: [String: String] = ProcessInfo.processInfo.environment
  ) -> (settings: [Setting], unknown: [String]) {
    var settings: [Setting] = []
    var unknown: [String] = []
    for (variable, value) in variables.sorted(by: { $0.key < $1.key })
    where variable.hasPrefix(prefix) && !read(elsewhere: variable) {
      let option = variable.dropFirst(prefix.count).lowercased().replacing("_", with: "-")
      guard let entry = command.entry(option) else {
        if !all.contains(where: { $0.entry(option) != nil }) { unknown.append(variable) }
        continue
      }
      let values = entry.isRepeating ? value.split(separator: ",").map(String.init) : [value]
      settings.append(Setting(option: option, values: values, origin: variable))
    }
    return (settings, unknown)
  }

  /// The token is read where it is used, so that it can stay set while nothing is served.
  private static func read(elsewhere variable: String) -> Bool {
    variable == settingsFile || variable == prefix + "SERVE_TOKEN"
  }
}
