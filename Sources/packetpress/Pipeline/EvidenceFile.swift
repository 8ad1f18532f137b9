import CaptureFormats

/// The packets of one finding as a capture of their own.
struct EvidenceFile {
  private struct Interface: Hashable {
    var linkType: LinkType
    var checkSequenceLength: UInt8
  }

  let path: String
  private let comment: String
  private var writer = PcapNGWriter()
  private var interfaces: [Interface: UInt32] = [:]

  /// `comment` stands with every packet.
  init(path: String, comment: String, application: String) {
    self.path = path
    self.comment = comment
    writer.add(PcapNGSection(application: application))
  }

  var bytes: [UInt8] { writer.bytes }
  var isEmpty: Bool { interfaces.isEmpty }

  mutating func add(_ record: PacketRecord, in source: [UInt8]) {
    let key = Interface(
      linkType: record.linkType, checkSequenceLength: record.checkSequenceLength)
    let interface = interfaces[key] ?? UInt32(interfaces.count)
    if interfaces[key] == nil {
      interfaces[key] = interface
      writer.add(
        PcapNGInterface(
          linkType: key.linkType, checkSequenceLength: key.checkSequenceLength))
    }
    writer.add(
      record, in: source, interface: interface,
      comment: "packet \(record.number) of the capture: \(comment)")
  }
}
