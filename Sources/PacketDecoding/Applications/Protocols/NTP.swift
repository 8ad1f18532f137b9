/// Network time: who asks which kind of server.
package enum NTP: ApplicationProtocol {
  package static let id = ProtocolID.ntp
  package static let reference = "RFC 5905"
  package static let udpPorts: [UInt16] = [123]
  package static let readsDatagrams = true

  package static let mode = ApplicationField("ntp.flags.mode", "Modes")
  package static let version = ApplicationField("ntp.flags.vn", "Versions")
  package static let stratum = ApplicationField("ntp.stratum", "Strata of servers")
  package static let referenceID = ApplicationField("ntp.refid", "References of servers")
  package static let fields = [mode, version, stratum, referenceID]

  private static let modes = [
    "reserved", "symmetric active", "symmetric passive", "client", "server", "broadcast",
    "control", "private",
  ]

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let flags: UInt8 = try reader.read()
    let number = Int(flags & 7)
    notes.count(mode, modes[number])
    notes.count(version, "\(flags >> 3 & 7)")
    notes.describe("NTP Version \(flags >> 3 & 7), \(modes[number])")
    // What a client says of itself tells nothing of a clock.
    guard [1, 2, 4, 5].contains(number) else { return }
    let level: UInt8 = try reader.read()
    notes.count(stratum, "\(level)")
    try reader.skip(10)
    let source = try reader.split(4)
    if let name = name(of: source, stratum: level) { notes.count(referenceID, name) }
  }

  /// Letters for a clock and for a kiss of death, an address for another server (section 7.3).
  private static func name(of source: ByteReader, stratum: UInt8) -> String? {
    guard let bits: UInt32 = source.peek(), bits != 0 else { return nil }
    guard stratum < 2 else { return IPAddress(v4: bits).description }
    let end = source.distance(to: 0) ?? 4
    return PrintableText.string(source.prefix(end))
  }
}
