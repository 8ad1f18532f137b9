/// Remote procedure calls of Sun, over datagrams and connections.
package enum RPC: DatagramRecognizing {
  package static let id = ProtocolID.rpc
  package static let reference = "RFC 5531"
  package static let reads = "names of hosts"
  package static let fields = [program, procedure, machine, failure]
  package static let udpPorts: [UInt16] = [111]
  package static let tcpPorts: [UInt16] = [111]
  package static let readsDatagrams = true

  static let program = ApplicationField("rpc.program", "Program")
  static let procedure = ApplicationField("rpc.procedure", "Procedure")
  static let machine = ApplicationField("rpc.auth.machinename", "Machine name")
  static let failure = ApplicationField("rpc.state_accept", "Error")

  package static func recognizesDatagram(_ reader: ByteReader) -> Bool {
    RPCMessage.isCall(reader, of: nil)
  }

  package static func acceptsDatagram(_ reader: ByteReader) -> Bool { RPCMessage.isMessage(reader) }

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    RPCStreamParser.isRecord(reader) && RPCMessage.isCall(reader.slice(at: 4, count: .max), of: nil)
  }

  package static func acceptsStream(_ reader: ByteReader) -> Bool {
    RPCStreamParser.isRecord(reader) && RPCMessage.isMessage(reader.slice(at: 4, count: .max))
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    _ = try RPCMessage.read(&reader, calls: [:], into: &notes)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { RPCStreamParser() }
}
