import ArgumentParser
import LiveCapture
import Reporting

/// `packetpress interfaces`: what can be captured on.
struct InterfacesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interfaces",
    abstract: "List what can be captured on, and what is missing to do so.",
    discussion: """
      EXAMPLES:
        packetpress interfaces
        packetpress interfaces --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup var logging: LogOptions

  func run() throws {
    let interfaces: [NetworkInterface]
    do {
      interfaces = try NetworkInterface.all()
    } catch {
      throw CommandFailure(error)
    }
    let missing = CapturePrivilege.missing(program: CommandLine.arguments[0])
    let text = format == .text ? table(interfaces) : json(interfaces, missing: missing)
    StandardStream.write(Array(text.utf8), to: 1)
    if format == .text, let missing { Message.note(missing) }
  }

  private func table(_ interfaces: [NetworkInterface]) -> String {
    let rows = interfaces.map { interface in
      [
        interface.name, interface.isUp ? "up" : "down",
        interface.addresses.joined(separator: " "), interface.description ?? "",
      ].map { SafeText.visible($0, limit: 200) }
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column < 3 ? cell + String(repeating: " ", count: widths[column] - cell.count) : cell
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  private func json(_ interfaces: [NetworkInterface], missing: String?) -> String {
    var writer = JSONWriter()
    writer.object { json in
      json.key("interfaces")
      json.array { json in
        for interface in interfaces { Self.write(interface, to: &json) }
      }
      json.key("missing")
      json.value(missing)
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ interface: NetworkInterface, to json: inout JSONWriter) {
    json.object { json in
      json.key("name")
      json.value(interface.name)
      json.key("description")
      json.value(interface.description)
      json.key("up")
      json.value(interface.isUp)
      json.key("loopback")
      json.value(interface.isLoopback)
      json.key("wireless")
      json.value(interface.isWireless)
      json.key("addresses")
      json.array { json in for address in interface.addresses { json.value(address) } }
    }
  }
}
