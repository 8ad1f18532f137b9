import PacketDecoding
import Reporting

/// What of which protocol is read, from the catalogs, in the forms of `packetpress protocols`.
enum ProtocolGuide {
  private struct Row {
    var filterName: String
    var displayName: String
    var reads: String
    /// Values that a report counts, by Wireshark's names of the fields.
    var fields: [ApplicationField] = []
    var ports: [String] = []
    var reference: String

    init(_ entry: LayerEntry) {
      filterName = entry.id.filterName
      displayName = entry.id.displayName
      reads = entry.reads ?? ""
      reference = entry.reference
    }

    init(_ entry: any ApplicationProtocol.Type) {
      filterName = entry.id.filterName
      displayName = entry.id.displayName
      reads = entry.reads
      fields = entry.fields
      ports = entry.tcpPorts.map { "tcp \($0)" } + entry.udpPorts.map { "udp \($0)" }
      reference = entry.reference
    }

    var readsAnything: Bool { !reads.isEmpty || !fields.isEmpty }
  }

  private static let layers: [(title: String, rows: [Row])] = [
    ("Link layers", LayerCatalog.links.map(Row.init)),
    ("Tags and shims", LayerCatalog.tags.map(Row.init)),
    ("Local networks", LayerCatalog.localProtocols.map(Row.init)),
    ("Point to point", LayerCatalog.pointToPoint.map(Row.init)),
    ("Network and transport", LayerCatalog.network.map(Row.init)),
    ("Tunnels", LayerCatalog.tunnels.map(Row.init)),
    ("Around and inside applications", LayerCatalog.carried.map(Row.init)),
  ]

  private static let applications = ApplicationCatalog.all.map(Row.init)
    .sorted { $0.filterName < $1.filterName }

  private static let recognized = "recognised and counted"
}

// MARK: - Text

extension ProtocolGuide {
  static var text: String {
    let groups = layers + [("Applications", applications)]
    let width = groups.flatMap { $0.rows.map(\.filterName.count) }.max() ?? 0
    return groups.map { title, rows in
      let lines = rows.map { row in
        let padding = String(repeating: " ", count: width - row.filterName.count)
        let reads = ([row.reads] + row.fields.map(\.name)).filter { !$0.isEmpty }
        let what = row.readsAnything ? reads.joined(separator: ", ") : recognized
        return "  \(row.filterName)\(padding)  \(what)\n"
      }
      return "\(title)\n\(lines.joined())"
    }.joined(separator: "\n")
  }
}

// MARK: - JSON

extension ProtocolGuide {
  static var json: String {
    var writer = JSONWriter()
    writer.object { json in
      for (title, rows) in layers + [("Applications", applications)] {
        json.key(title.lowercased().split(separator: " ").joined(separator: "_"))
        json.array { json in for row in rows { write(row, to: &json) } }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  private static func write(_ row: Row, to json: inout JSONWriter) {
    json.object { json in
      json.key("protocol")
      json.value(row.filterName)
      json.key("name")
      json.value(row.displayName)
      json.key("reads")
      json.value(row.reads.isEmpty ? nil : row.reads)
      json.key("fields")
      json.array { json in for field in row.fields { json.value(field.name) } }
      json.key("ports")
      json.array { json in for port in row.ports { json.value(port) } }
      json.key("reference")
      json.value(row.reference)
    }
  }
}

// MARK: - Markdown

extension ProtocolGuide {
  static var markdown: String {
    let sections = layers.map { title, rows in
      """
      ## \(title)

      | Protocol | Name | What is read | Specification |
      |---|---|---|---|
      \(rows.map(layerLine).joined(separator: "\n"))

      """
    }
    return ([introduction] + sections + [applicationSection]).joined(separator: "\n")
  }

  private static let introduction = """
    # Protocols

    What `packetpress` knows, and what it reads of it. Written by `packetpress protocols --format md` from
    the catalogs that the program itself uses; change those, not this file.

    Names are Wireshark's display-filter names. What has no entry is counted under its number
    (`ethertype 0x88e5`, `ip proto 115`), never lost.

    """

  private static var applicationSection: String {
    """
    ## Applications

    Recognised by the first bytes, whatever the port; by the port of the server where these do not tell.
    *Fields* are those whose values a report counts in its section Applications.

    | Protocol | Name | Ports | What is read | Fields | Specification |
    |---|---|---|---|---|---|
    \(applications.map(applicationLine).joined(separator: "\n"))

    """
  }

  private static func layerLine(_ row: Row) -> String {
    let reads = row.readsAnything ? row.reads : recognized
    return "| `\(row.filterName)` | \(row.displayName) | \(reads) | \(row.reference) |"
  }

  private static func applicationLine(_ row: Row) -> String {
    let titles = row.fields.map { $0.title }.joined(separator: ", ")
    let reads = [row.reads, titles].filter { !$0.isEmpty }.joined(separator: "; ")
    let fields = row.fields.map { "`\($0.name)`" }.joined(separator: ", ")
    let cells = [
      "`\(row.filterName)`", row.displayName, row.ports.joined(separator: ", "),
      row.readsAnything ? reads : recognized, fields, row.reference,
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }
}
