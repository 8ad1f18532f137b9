/// Fields of applications whose values are words of their protocols: commands, versions, codes, algorithms.
///
/// Everything that is not here may name somebody or something, so that a field that is new is hidden until
/// somebody has thought about it.
enum ProtocolWords {
  static let fields: Set<String> = [
    "amqp.init.protocol", "amqp.method.method", "amqp.performative", "amqp.sasl.method",
    "bacapp.confirmed_service", "bacapp.type", "bacapp.unconfirmed_service", "bfd.diag", "bfd.sta",
    "bgp.notify.major_error", "bgp.type", "bt-dht.bencoded.string", "bvlc.function", "coap.code",
    "coap.opt.ctype", "coap.type", "cotp.type", "cql.error_code", "cql.opcode", "cql.version",
    "dcerpc.cn_bind_to_uuid", "dcerpc.cn_reject_reason", "dcerpc.cn_status", "dcerpc.opnum",
    "dcerpc.pkt_type", "dhcp.option.dhcp", "dhcpv6.msgtype", "dnp3.al.func", "enip.command",
    "enip.status", "ftp.request.command", "ftp.response.code", "gtp.cause", "gtp.message",
    "gtpv2.cause", "gtpv2.message_type", "hsrp.group", "hsrp.opcode", "hsrp.state",
    "http.request.method", "http2.goaway.error", "http2.rst_stream.error", "http2.type",
    "iec60870_asdu.typeid", "imap.request.command", "imap.response.command",
    "imap.response.status", "irc.request.command", "irc.response.command",
    "isakmp.exchangetype", "isakmp.notify.msgtype", "isakmp.typepayload", "isakmp.version",
    "kerberos.error_code", "kerberos.msg_type", "l2tp.avp.message_type", "ldap.protocolOp",
    "ldap.resultCode", "ldp.msg.type", "mbtcp.unit_id", "memcache.command", "memcache.opcode",
    "memcache.status", "modbus.exception_code", "modbus.func_code", "mongo.opcode",
    "mqtt.conack.val", "mqtt.connack.reason_code", "mqtt.msgtype", "mqtt.ver",
    "mysql.client_auth_plugin", "mysql.command", "mysql.error_code", "nbns.flags.opcode",
    "nbss.type", "nfs.opcode", "ntp.flags.mode", "ntp.flags.vn", "ntp.stratum",
    "opcua.security.spu", "opcua.transport.type", "openflow.version", "pgsql.authtype",
    "pgsql.code", "pgsql.type", "pop.request.command", "pop.response.indicator", "radius.code",
    "rdp.negFailure.failureCode", "rdp.negReq.requestedProtocols",
    "rdp.negReq.selectedProtocol", "rip.command", "rip.version", "ripng.cmd", "ripng.version",
    "rpc.procedure", "rpc.program", "rpc.state_accept", "rtcp.pt", "rtsp.method", "rtsp.status",
    "rtsp.transport", "s7comm.header.errcls", "s7comm.header.rosctr", "s7comm.param.func",
    "sdp.mime.type", "sip.Method", "sip.Status-Code", "smb.cmd", "smb.dialect", "smb.nt_status",
    "smb.service", "smb.sm.signatures", "smb2.cmd", "smb2.dialect",
    "smb2.negotiate_context.cipher_id", "smb2.nt_status", "smb2.sec_mode", "smtp.req.command",
    "smtp.response.code", "snmp.data", "snmp.error_status", "snmp.version", "socks.command",
    "socks.results", "socks.version", "ssh.compression_algorithms_client_to_server",
    "ssh.encryption_algorithms_client_to_server", "ssh.kex.hassh", "ssh.kex.hasshserver",
    "ssh.kex_algorithms", "ssh.mac_algorithms_client_to_server",
    "ssh.server_host_key_algorithms", "stun.att.error", "stun.type", "syslog.facility",
    "syslog.level", "telnet.subcmd", "tftp.error.code", "tftp.opcode", "tftp.type",
    "websocket.opcode", "websocket.payload", "websocket.payload.close.status_code", "wg.type",
    "xmpp.attribute", "xmpp.mechanism",
  ]
}
