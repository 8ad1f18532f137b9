import CaptureFormats
import PacketDecoding

extension HostNameLog {
  /// Takes the names that capture files carry in blocks for name resolution.
  mutating func add(_ files: [CaptureFileSummary]) {
    for record in files.flatMap(\.names) {
      guard let address = IPAddress(bytes: record.address) else { continue }
      // A file says what names there are, not since when: the first is the first.
      for (index, name) in record.names.enumerated() {
        add(
          PrintableText.string(Array(name.utf8)), source: "pcapng", to: address,
          time: .max - Int64(index))
      }
    }
  }
}
