import ArgumentParser

/// Options that the environment and the settings file give.
///
/// They are put in front of what stands on the command line, unless that has them: the command line
/// comes first, then the environment, then the file.
struct Settings {
  /// What is to be parsed.
  let arguments: [String]
  /// Those that were put in.
  private let used: [Setting]

  /// Completes a command line, without the program's name.
  init(completing line: [String], commands: [any ParsableCommand.Type]) throws {
    var given = line
    let file = try Self.takeFile(from: &given)
    guard let name = given.first,
      let type = commands.first(where: { $0.configuration.commandName == name })
    else {
      arguments = line
      used = []
      return
    }
    let settingsFile = try SettingsFile.find(named: file)
    guard settingsFile != nil || Environment.isUsed else {
      arguments = given
      used = []
      return
    }
    let all = commands.map(OptionList.init)
    let command = OptionList(type)
    let environment = Environment.settings(for: command, among: all)
    for variable in environment.unknown {
      Message.warning("\(variable) is not used: no option has that name")
    }
    let options = Self.options(of: Array(given.dropFirst()))
    var used: [Setting] = []
    for setting in environment.settings
      + (try settingsFile?.settings(for: command, among: all) ?? [])
    {
      guard let entry = command.entry(setting.option),
        !options.contains(where: entry.matches),
        !used.contains(where: { $0.option == setting.option })
      else { continue }
      used.append(setting)
    }
    let inserted = try used.flatMap { setting in
      try command.entry(setting.option).map(setting.arguments) ?? []
    }
    arguments = [name] + inserted + given.dropFirst()
    self.used = used
  }

  /// Takes `--config FILE` out, which is of no meaning to the commands themselves.
  private static func takeFile(from line: inout [String]) throws -> String? {
    let end = line.firstIndex(of: "--") ?? line.count
    for place in line[..<end].indices {
      if line[place].hasPrefix("--config=") {
        return String(line.remove(at: place).dropFirst("--config=".count))
      }
      guard line[place] == "--config" else { continue }
      guard place + 1 < end else { throw CommandFailure("--config needs the name of a file") }
      line.remove(at: place)
      return line.remove(at: place)
    }
    return nil
  }

  /// What may be options among arguments.
  private static func options(of line: [String]) -> [String] {
    Array(line.prefix { $0 != "--" }.filter { $0.hasPrefix("-") })
  }

  /// Where the options that a message names come from, a line each.
  func origins(in message: String) -> String {
    used.filter { message.contains("--\($0.option)") }
      .map { "\n--\($0.option) comes from \($0.origin)" }.joined()
  }
}
