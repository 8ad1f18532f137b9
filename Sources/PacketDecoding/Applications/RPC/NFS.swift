/// The network file system, a program of ``RPC`` (RFC 1094, RFC 1813, RFC 7530, RFC 8881).
package enum NFS: DatagramRecognizing {
  package static let id = ProtocolID.nfs
  package static let reference = "RFC 1813, RFC 8881"
  package static let carrier = ProtocolID.rpc
  package static let reads = "names of hosts"
  package static let fields = RPC.fields + [operation]
  package static let udpPorts: [UInt16] = [2049]
  package static let tcpPorts: [UInt16] = [2049]
  package static let readsDatagrams = true

  static let operation = ApplicationField("nfs.opcode", "Operation")

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    RPCMessage.isCall(reader, of: RPCProgram.nfs)
  }

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool { RPCMessage.isMessage(reader) }

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    RPCStreamParser.isRecord(reader)
      && RPCMessage.isCall(reader.slice(at: 4, count: .max), of: RPCProgram.nfs)
  }

  package static func acceptsStream(_ reader: ByteReader) -> Bool { RPC.acceptsStream(reader) }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    _ = try RPCMessage.read(&reader, calls: [:], into: &notes)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { RPCStreamParser() }
}
