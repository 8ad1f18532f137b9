internal import PacketDecoding

extension Anonymizer {
  /// Text of a packet of which nothing stays; what looks like a host has the image of one.
  package func value(_ text: String) -> String {
    guard !text.isEmpty else { return text }
    let isName = text.utf8.count <= 255 && text.utf8.allSatisfy(Self.isOfNames)
    return isName ? name(text) : remember(text, as: .text) { "t" + token(text, as: .text) }
  }

  private static func isOfNames(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "*"):
      true
    default: false
    }
  }

  /// A word of a protocol, such as a method or a media type, stays; what cannot be one does not.
  package func word(_ text: String) -> String {
    guard text.utf8.count <= 80, text.utf8.allSatisfy(Self.isOfWords),
      text.first?.isLetter == true || text.first?.isNumber == true || text.isEmpty
    else { return value(text) }
    if recall(text.lowercased()) != nil { return value(text) }
    let parts = text.split { !Self.isInside($0) }
    let tells = parts.contains {
      IPAddress(text: $0) != nil || MACAddress(text: $0) != nil || recall($0.lowercased()) != nil
    }
    return tells ? value(text) : text
  }

  private static func isOfWords(_ byte: UInt8) -> Bool {
    isOfNames(byte) || " +/()=,;#@".utf8.contains(byte)
  }

  private static func isInside(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || ".:-_".contains(character)
  }

  /// A file of a capture; its ending stays.
  package func file(_ name: String) -> String {
    guard name != "-" else { return name }
    return remember(name, as: .file) {
      let endings = [".pcapng", ".pcap", ".cap"].flatMap { ending in
        ["", ".gz", ".zst", ".lz4"].map { ending + $0 }
      }
      let ending = endings.filter { name.hasSuffix($0) }.max { $0.utf8.count < $1.utf8.count }
      return "capture-" + token(name, as: .file) + (ending ?? "")
    }
  }

  /// An interface; `any` is none's name.
  package func interface(_ name: String) -> String {
    name == "any" ? name : remember(name, as: .interface) { "i" + token(name, as: .interface) }
  }

  /// The request of an HTTP client: that it has a path stays.
  func target(_ target: String) -> String {
    switch target {
    case "/", "*", "": target
    case _ where target.hasPrefix("/"): "/t" + token(target, as: .text)
    default: value(target)
    }
  }

  /// "CN=host.example,O=Name" (RFC 4514): the types stay, and a country.
  func distinguishedName(_ name: String) -> String {
    var parts: [Substring] = []
    var start = name.startIndex
    for place in name.indices where name[place] == "," {
      if place > name.startIndex, name[name.index(before: place)] == "\\" { continue }
      parts.append(name[start..<place])
      start = name.index(after: place)
    }
    parts.append(name[start...])
    return parts.map { part in
      guard let equals = part.firstIndex(of: "="), equals > part.startIndex,
        part[..<equals].utf8.allSatisfy(Self.isOfNames)
      else { return value(String(part)) }
      let text = String(part[equals...].dropFirst())
      let isCountry = part[..<equals] == "C" && text.utf8.count == 2
      return part[...equals] + (isCountry ? text : value(text))
    }.joined(separator: ",")
  }

  /// The data of DNS answers, as a transaction has them.
  func answers(_ text: String) -> String {
    text.split(separator: "; ").map { answer in
      // "RRSIG (95 bytes)".
      if answer.hasSuffix(" bytes)"), answer.utf8.allSatisfy(Self.isOfWords) {
        return word(String(answer))
      }
      if answer.hasPrefix("\"") { return "\"" + value(String(answer)) + "\"" }
      return answer.split(separator: " ").map { name(String($0)) }.joined(separator: " ")
    }.joined(separator: "; ")
  }
}
