/// Bidirectional forwarding detection.
package enum BFD: ApplicationProtocol {
  package static let id = ProtocolID.bfd
  package static let reference = "RFC 5880"
  package static let fields = [state, diagnostic]
  package static let udpPorts: [UInt16] = [3784, 4784, 6784, 7784]
  package static let readsDatagrams = true

  static let state = ApplicationField("bfd.sta", "State")
  static let diagnostic = ApplicationField("bfd.diag", "Diagnostic")

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let first: UInt8 = try reader.read()
    let second: UInt8 = try reader.read()
    let name = states[second >> 6]
    notes.count(diagnostic, diagnostics[first & 31])
    notes.count(state, name)
    notes.info = "Diag: \(diagnostics[first & 31]), State: \(name)"
  }

  private static let states = NumberNames("0 AdminDown; 1 Down; 2 Init; 3 Up")

  private static let diagnostics = NumberNames(
    """
    0 No Diagnostic; 1 Control Detection Time Expired; 2 Echo Function Failed; \
    3 Neighbor Signaled Session Down; 4 Forwarding Plane Reset; 5 Path Down; \
    6 Concatenated Path Down; 7 Administratively Down; 8 Reverse Concatenated Path Down; \
    9 Mis-Connectivity Defect
    """)
}
