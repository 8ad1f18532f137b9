/// What a call asks for.
struct RPCCall: Equatable, Sendable {
  let program: UInt32
  let version: UInt32
  let procedure: UInt32

  init(parsing reader: inout ByteReader) throws(DecodeError) {
    program = try reader.read()
    version = try reader.read()
    procedure = try reader.read()
  }

  /// "NFS V3 GETATTR".
  var description: String {
    "\(RPCProgram.names[program]) V\(version) \(RPCProgram.procedure(self))"
  }

  /// The protocol that Wireshark shows below RPC.
  var inner: ProtocolID {
    switch program {
    case RPCProgram.portmap: .portmap
    case RPCProgram.nfs: .nfs
    case RPCProgram.mount: .mount
    case RPCProgram.lockManager: .nlm
    default: .none
    }
  }
}
