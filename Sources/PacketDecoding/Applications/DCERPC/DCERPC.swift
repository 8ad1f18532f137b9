/// Remote procedure calls of DCE and Windows over connections (C706 chapter 12, MS-RPCE).
package enum DCERPC: ApplicationProtocol {
  package static let id = ProtocolID.dcerpc
  package static let reference = "C706, MS-RPCE"
  package static let fields =
    [packetType, interface, operation, fault, refusal] + NTLMMessage.fields
  package static let tcpPorts: [UInt16] = [135]

  static let packetType = ApplicationField("dcerpc.pkt_type", "Packet type")
  static let interface = ApplicationField("dcerpc.cn_bind_to_uuid", "Interface")
  static let operation = ApplicationField("dcerpc.opnum", "Operation")
  static let fault = ApplicationField("dcerpc.cn_status", "Fault")
  static let refusal = ApplicationField("dcerpc.cn_reject_reason", "Refusal")

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    DCERPCMessage.isMessage(reader)
  }

  package static func acceptsStream(_ reader: ByteReader) -> Bool { false }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { DCERPCStreamParser() }

  static let packetTypes = NumberNames(
    """
    0 Request; 1 Ping; 2 Response; 3 Fault; 4 Working; 5 Nocall; 6 Reject; 7 Ack; 8 Cl_cancel; \
    9 Fack; 10 Cancel_ack; 11 Bind; 12 Bind_ack; 13 Bind_nak; 14 Alter_context; \
    15 Alter_context_resp; 16 AUTH3; 17 Shutdown; 18 Co_cancel; 19 Orphaned
    """)

  static let refusals = NumberNames(
    """
    0 Reason not specified; 1 Temporary congestion; 2 Local limit exceeded; \
    3 Called paddr unknown; 4 Protocol version not supported; 5 Default context not supported; \
    6 User data not readable; 7 No PSAP available; 8 Authentication type not recognized; \
    9 Invalid checksum
    """)

  static let faults = NumberNames(
    radix: 16,
    """
    1 nca_s_fault_other; 5 nca_s_fault_access_denied; 6d8 nca_s_fault_cant_perform; \
    6f7 nca_s_fault_ndr; 721 nca_s_fault_sec_pkg_error; 1c000008 nca_rpc_version_mismatch; \
    1c000009 nca_unspec_reject; 1c00000b nca_who_are_you_failed; 1c00000d nca_s_fault_cancel; \
    1c00001a nca_s_fault_context_mismatch; 1c00001b nca_s_fault_remote_no_memory; \
    1c00001c nca_invalid_pres_context_id; 1c00001d nca_unsupported_authn_level; \
    1c010002 nca_op_rng_error; 1c010003 nca_unk_if; 1c01000b nca_proto_error; \
    1c010013 nca_out_args_too_big; 1c010014 nca_server_too_busy
    """)
}
