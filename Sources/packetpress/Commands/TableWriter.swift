import Reporting
import TrafficAnalysis

/// Writes the rows of one exported table in one format.
struct TableWriter {
  private let table: ExportCommand.Table
  private let format: ExportCommand.Format
  private var csv: CSVWriter
  private var lines = NDJSONWriter()
  private var isFirst = true

  init(table: ExportCommand.Table, format: ExportCommand.Format) {
    self.table = table
    self.format = format
    csv = format == .csv ? CSVWriter(columns: table.csv.columns) : CSVWriter()
  }

  mutating func add(_ snapshot: Snapshot) {
    switch table {
    case .packets: for row in snapshot.recentPackets { add(row) }
    case .flows:
      for row in snapshot.conversations.rows {
        write({ $0.fields(of: row) }, { $0.fields(of: row) })
      }
    case .hosts:
      for row in snapshot.hosts.rows { write({ $0.fields(of: row) }, { $0.fields(of: row) }) }
    case .protocols:
      for row in snapshot.protocols { write({ $0.fields(of: row) }, { $0.fields(of: row) }) }
    case .dns:
      for row in snapshot.dns.transactions.rows { add(row) }
    case .http: for row in snapshot.http.transactions.rows { add(row) }
    case .tls:
      for row in snapshot.tls.handshakes.rows {
        write({ $0.fields(of: row) }, { $0.fields(of: row) })
      }
    }
  }

  mutating func add(_ transaction: HTTPTransaction) {
    write({ $0.fields(of: transaction) }, { $0.fields(of: transaction) })
  }

  mutating func add(_ packet: RecentPacket) {
    write({ $0.fields(of: packet) }, { $0.fields(of: packet) })
  }

  mutating func add(_ transaction: DNSTransaction) {
    write({ $0.fields(of: transaction) }, { $0.fields(of: transaction) })
  }

  private mutating func write(
    _ record: (inout CSVWriter) -> Void, _ object: (inout JSONWriter) -> Void
  ) {
    switch format {
    case .csv:
      record(&csv)
      csv.endRecord()
    case .ndjson: lines.row(object)
    case .json:
      pending += Array((isFirst ? "[\n" : ",\n").utf8)
      var row = JSONWriter(indent: nil)
      row.object(object)
      pending += row.bytes
    }
    isFirst = false
  }

  /// What JSON needs around its rows.
  private var pending: [UInt8] = []

  mutating func end() {
    if format == .json { pending += Array((isFirst ? "[]\n" : "\n]\n").utf8) }
  }

  /// Everything written since the last time.
  mutating func drain() -> [UInt8] {
    switch format {
    case .csv: return csv.drain()
    case .ndjson: return lines.drain()
    case .json:
      defer { pending.removeAll(keepingCapacity: true) }
      return pending
    }
  }
}

extension ExportCommand.Table {
  fileprivate var csv: CSVTable {
    switch self {
    case .packets: .recentPackets
    case .flows: .conversations
    case .hosts: .hosts
    case .protocols: .protocols
    case .dns: .dnsTransactions
    case .http: .httpTransactions
    case .tls: .tlsHandshakes
    }
  }
}
