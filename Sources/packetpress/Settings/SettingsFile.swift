import Findings
import Foundation
import Yams

/// A YAML file of options: for all commands at the top, for one below its name.
///
/// ```yaml
/// top: 20
/// live:
///   interface: [eth0, wlan0]
///   every: 10s
/// ```
struct SettingsFile {
  let path: String
  private let root: Node.Mapping

  private static let byteLimit = 1 << 20

  /// The file that `--config` or the environment names, else the first of the usual places.
  static func find(named path: String?) throws -> SettingsFile? {
    if let path { return try SettingsFile(path) }
    let environment = ProcessInfo.processInfo.environment
    if let path = environment[Environment.settingsFile], !path.isEmpty {
      return try SettingsFile(path)
    }
    let home = environment["XDG_CONFIG_HOME"] ?? environment["HOME"].map { $0 + "/.config" }
    let places = [home.map { $0 + "/packetpress/config.yaml" }, "/etc/packetpress/config.yaml"]
    let found = places.compactMap { $0 }.first { FileManager.default.isReadableFile(atPath: $0) }
    return try found.map(SettingsFile.init)
  }

  init(_ path: String) throws {
    self.path = path
    let text = try Self.read(path)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        root = Node.Mapping([])
        return
      }
      guard case .mapping(let mapping) = node else {
        throw CommandFailure("\(path): not a list of options; write one a line: 'top: 20'")
      }
      root = mapping
    } catch let error as YamlError {
      throw CommandFailure("\(path): not YAML: \(Self.oneLine(error))")
    }
  }

  private static func read(_ path: String) throws -> String {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw CommandFailure("cannot read the settings in \(path)")
    }
    let data = (try? file.read(upToCount: byteLimit + 1)) ?? Data()
    guard data.count <= byteLimit else {
      throw CommandFailure("\(path): over \(byteLimit) bytes are no settings")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private static func oneLine(_ error: YamlError) -> String {
    "\(error)".split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
  }

  /// What it says for one command: its own values before those for all.
  func settings(for command: OptionList, among all: [OptionList]) throws -> [Setting] {
    var own: [Setting] = []
    var general: [Setting] = []
    for (key, value) in root {
      let name = try text(key)
      if let other = all.first(where: { $0.command == name }) {
        let section = try section(value, of: other)
        if other.command == command.command { own = section }
      } else if command.entry(name) != nil {
        general.append(try setting(name, value, at: key))
      } else if !all.contains(where: { $0.entry(name) != nil }) {
        throw unknown(name, key, among: all.flatMap(\.entries).map(\.name) + all.map(\.command))
      }
    }
    return own + general.filter { setting in !own.contains { $0.option == setting.option } }
  }

  private func section(_ node: Node, of command: OptionList) throws -> [Setting] {
    guard case .mapping(let mapping) = node else {
      throw CommandFailure(
        "\(place(node)): '\(command.command)' is a command: set its options in the lines below, "
          + "further in")
    }
    return try mapping.map { key, value in
      let name = try text(key)
      guard command.entry(name) != nil else {
        throw unknown(name, key, among: command.entries.map(\.name))
      }
      return try setting(name, value, at: key)
    }
  }

  private func setting(_ name: String, _ value: Node, at key: Node) throws -> Setting {
    let values: [String]
    switch value {
    case .sequence(let list): values = try list.map(text)
    default: values = [try text(value)]
    }
    return Setting(option: name, values: values, origin: place(key))
  }

  private func text(_ node: Node) throws -> String {
    guard case .scalar(let scalar) = node else {
      throw CommandFailure("\(place(node)): here one value is expected, or a list of values")
    }
    return scalar.string
  }

  private func unknown(_ name: String, _ key: Node, among names: [String]) -> CommandFailure {
    let near = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" } ?? ""
    return CommandFailure("\(place(key)): no option is called '\(name)'\(near)")
  }

  private func place(_ node: Node) -> String {
    node.mark.map { "\(path) line \($0.line)" } ?? path
  }
}
