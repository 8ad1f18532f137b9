import PacketDecoding
import TestSupport

/// What a protocol's entry makes of a recording.
struct RecordingReader {
  /// "field=value" of all that was counted.
  var values: [String] = []
  /// A line for each segment.
  var infos: [String?] = []
  /// What the last segment carried.
  var inner = ProtocolPath()
  var becomes: ProtocolID?
  /// What was held back at most.
  var heldByteCount = 0

  private var parser: (any ApplicationStreamParser)?

  /// Reads datagrams where the recording is of them, or if they are asked for.
  init(_ recording: Recording, asDatagrams: Bool = false) {
    var entry = recording.entry
    parser = asDatagrams || recording.isDatagrams ? nil : entry.makeStreamParser()
    let isStream = parser != nil
    for segment in recording.segments {
      var notes = ApplicationNotes(
        source: IPAddress(v4: segment.fromClient ? 0x0A00_0001 : 0x0A00_0002),
        sourcePort: segment.fromClient ? 40_000 : entry.port,
        destination: IPAddress(v4: segment.fromClient ? 0x0A00_0002 : 0x0A00_0001),
        destinationPort: segment.fromClient ? entry.port : 40_000, time: 0)
      if isStream {
        segment.bytes.withPieces {
          parser?.consume($0, fromClient: segment.fromClient, into: &notes)
        }
        heldByteCount = max(heldByteCount, parser?.heldByteCount ?? 0)
      } else {
        segment.bytes.withReader { reader in
          do throws(DecodeError) { try entry.readDatagram(&reader, into: &notes) } catch {}
        }
      }
      take(notes)
      guard let next = notes.becomes.map(ApplicationCatalog.entry) else { continue }
      guard let next else { return }
      entry = next
      parser = next.makeStreamParser()
    }
  }

  private mutating func take(_ notes: ApplicationNotes) {
    for tally in notes.values { values.append("\(tally.value.field.name)=\(tally.value.text)") }
    infos.append(notes.info)
    inner = notes.inner
    becomes = notes.becomes ?? becomes
  }
}

extension ApplicationProtocol {
  fileprivate static var port: UInt16 { tcpPorts.first ?? udpPorts.first ?? 1 }
}
