import PacketDecoding
import TrafficAnalysis
internal import Wording

/// Words between quotation marks are phrases here.
private typealias StringLiteralType = Phrase

/// Who was given which address.
struct LeasesSection: ReportSection {
  static let id: String = "leases"
  static let title: Phrase = "Addresses given by DHCP"

  private let context: ReportContext
  private let leases: Ranked<DHCPLease>

  init(_ context: ReportContext) throws(SectionSkipped) {
    leases = context.snapshot.leases
    guard !leases.rows.isEmpty else {
      throw SectionSkipped("no address was given by DHCP in the capture")
    }
    self.context = context
  }

  var blocks: [ReportBlock] { [.lead(lead), .table(table)] }

  private var lead: InlineText {
    let servers = Set(leases.rows.compactMap(\.settings.server)).count
    let states = AddressLease.Event.states.compactMap { state -> Phrase? in
      let count = leases.rows.count { $0.state == state }
      return Words.part(count, state.text, of: leases.rows.count)
    }
    let origin = servers > 0 ? " of \(Words.counted(UInt64(servers), "server"))" : ""
    let course = states.isEmpty ? "" : ": \(states.joined(separator: ", "))"
    return "\(Words.counted(UInt64(leases.total), "address"))\(origin)\(course)."
  }

  private var table: ReportTable {
    var table = ReportTable(
      id: "leases-table", caption: "Addresses and who has them",
      columns: [
        .text("Address", mono: true), .text("Host name"), .text("Client", mono: true),
        .text("State"), .text("Server", mono: true), .number("Valid for"),
      ], csv: "dhcp_leases")
    table.fill(leases, top: context.options.top, noun: "address") { lease in
      [
        ReportTable.Cell(lease.addressText, explanation: settings(lease)),
        ReportTable.Cell(lease.hostName ?? "–", explanation: lease.vendorClass),
        client(lease), ReportTable.Cell(lease.state.text),
        ReportTable.Cell(lease.settings.server?.description ?? "–"),
        ReportTable.Cell(
          lease.settings.seconds.map { Words.duration(Int64($0) * 1_000_000_000) } ?? "–"),
      ]
    } others: { _ in
      ["", "", "", "", ""]
    }
    return table
  }

  private func client(_ lease: DHCPLease) -> ReportTable.Cell {
    guard let mac = lease.mac else {
      return ReportTable.Cell(SafeText.visible(lease.client, limit: 40))
    }
    return ReportTable.Cell(mac.description, explanation: lease.macVendor)
  }

  /// What else the client was told.
  private func settings(_ lease: DHCPLease) -> Phrase? {
    let lists = [
      ("router", lease.settings.routers), ("name server", lease.settings.nameServers),
    ]
    var parts = lists.filter { !$0.1.isEmpty }.map { name, addresses -> Phrase in
      "\(name) \(addresses.map(\.description).joined(separator: ", "))"
    }
    if let domain = lease.settings.domain { parts.append("domain \(domain)") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
