import ArgumentParser

/// How messages are written on standard error.
enum LogFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  /// One JSON object a line.
  case json

  /// What a command line asks for, also one that is wrong otherwise; the last one counts.
  init?(in arguments: [String]) {
    let option = "--log-format"
    let values = arguments.indices.compactMap { place -> String? in
      let word = arguments[place]
      if word.hasPrefix(option + "=") { return String(word.dropFirst(option.count + 1)) }
      return word == option && place + 1 < arguments.count ? arguments[place + 1] : nil
    }
    guard let format = values.last.flatMap(LogFormat.init(rawValue:)) else { return nil }
    self = format
  }
}
