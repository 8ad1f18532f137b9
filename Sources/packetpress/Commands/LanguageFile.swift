import ArgumentParser
import Foundation
import Reporting
import Wording

/// A file of messages: an object of JSON with the English words as keys. Its name is the language.
enum LanguageFile {
  private static let byteLimit = 4 << 20
  private static let ending = ".json"

  /// English, a language that lies beside the program, or the file of that path.
  static func language(_ name: String) throws -> Language {
    if name == Language.english.code { return .english }
    if name.hasSuffix(ending) || name.contains("/") { return try read(name) }
    let path = folder.map { "\($0)/\(name)\(ending)" }
    guard let path, isCode(name), FileManager.default.fileExists(atPath: path) else {
      let known = (["en"] + shipped).joined(separator: ", ")
      throw ValidationError(
        "there is no language '\(name)'; there are \(known), or give a file of messages, "
          + "\(isCode(name) ? name : "de").json")
    }
    return try read(path)
  }

  /// `share/packetpress/languages` next to the folder of the program.
  private static var folder: String? {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    else { return nil }
    let parts = program.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/share/packetpress/languages"
  }

  private static var shipped: [String] {
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    return names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
      .filter { isCode($0) && $0 != Language.english.code }.sorted()
  }

  private static func read(_ path: String) throws -> Language {
    guard let bytes = FileSystem.regularContents(of: path, limit: byteLimit) else {
      throw ValidationError("there is no such file, or it cannot be read")
    }
    guard bytes.count <= byteLimit,
      let messages = try? JSONDecoder().decode([String: String].self, from: Data(bytes))
    else {
      throw ValidationError("\(path) is no file of messages, an object of JSON with texts in it")
    }
    let code = String(path.split(separator: "/").last ?? "").dropLast(ending.count)
    guard path.hasSuffix(ending), isCode(String(code)) else {
      throw ValidationError("\(path) is not named after its language, as de.json is")
    }
    try check(messages, path)
    return Language(code: String(code), messages: messages)
  }

  /// What is filled in must be known by its number.
  private static func check(_ messages: [String: String], _ path: String) throws {
    for (message, words) in messages.sorted(by: { $0.key < $1.key }) {
      guard
        let other = Wording.Message.places(in: words).subtracting(
          Wording.Message.places(in: message)
        ).min()
      else { continue }
      throw ValidationError("\(path) has {\(other)} where the English has none: \"\(message)\"")
    }
  }

  /// A tag of BCP 47, as far as its form goes.
  private static func isCode(_ text: String) -> Bool {
    (2...35).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
      }
  }
}
