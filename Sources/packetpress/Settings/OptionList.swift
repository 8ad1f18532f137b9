import ArgumentParser
import Foundation

/// The options of one command, as its help has them.
struct OptionList {
  /// An option or flag that a setting may give.
  struct Entry {
    /// Without the hyphens, the long one first.
    let names: [String]
    let isFlag: Bool
    let isRepeating: Bool

    var name: String { names[0] }

    /// Whether `argument` is this option, with its value behind it or not.
    func matches(_ argument: String) -> Bool {
      names.contains { name in
        let written = name.count == 1 ? "-\(name)" : "--\(name)"
        return argument == written || argument.hasPrefix(written + "=")
          || argument == "--no-\(name)" || argument == "--" + name.dropPrefix("no-")
      }
    }
  }

  let command: String
  let entries: [Entry]

  init(_ type: any ParsableCommand.Type) {
    command = type.configuration.commandName ?? ""
    let help = try? JSONDecoder().decode(Help.self, from: Data(type._dumpHelp().utf8))
    entries = (help?.command.arguments ?? []).compactMap(\.entry)
  }

  func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// Nothing that would only print something, and no place for a file.
  fileprivate static let excluded: Set<String> = ["help", "version", "config"]
}

/// What is needed of ArgumentParser's description of a command.
private struct Help: Decodable {
  struct Command: Decodable { var arguments: [Argument] }
  struct Name: Decodable { var name: String }

  struct Argument: Decodable {
    var kind: String
    var isRepeating: Bool
    var names: [Name]?

    var entry: OptionList.Entry? {
      let names = (names ?? []).map(\.name).sorted { $0.count > $1.count }
      guard kind != "positional", let first = names.first, !OptionList.excluded.contains(first)
      else { return nil }
      return OptionList.Entry(names: names, isFlag: kind == "flag", isRepeating: isRepeating)
    }
  }

  var command: Command
}

extension String {
  fileprivate func dropPrefix(_ prefix: String) -> Substring {
    hasPrefix(prefix) ? dropFirst(prefix.count) : self[...]
  }
}
