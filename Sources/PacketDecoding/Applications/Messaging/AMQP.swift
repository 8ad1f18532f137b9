/// Message queues of servers: AMQP 0-9-1, and AMQP 1.0, which has little in common with it.
package enum AMQP: ApplicationProtocol {
  package static let id = ProtocolID.amqp
  package static let reference = "AMQP 0-9-1, ISO/IEC 19464"
  package static let fields = [
    version, method, performative, virtualHost, exchange, queue, container, host, reply,
  ]
  package static let tcpPorts: [UInt16] = [5672]

  static let version = ApplicationField("amqp.init.protocol", "Version")
  static let method = ApplicationField("amqp.method.method", "Method")
  static let performative = ApplicationField("amqp.performative", "Performative")
  static let virtualHost = ApplicationField("amqp.method.arguments.virtual_host", "Virtual host")
  static let exchange = ApplicationField("amqp.method.arguments.exchange", "Exchange")
  static let queue = ApplicationField("amqp.method.arguments.queue", "Queue")
  static let container = ApplicationField(
    "amqp.performative.arguments.containerId", "Container")
  static let host = ApplicationField("amqp.performative.arguments.hostname", "Host name")
  static let reply = ApplicationField("amqp.method.arguments.reply_text", "Reason of the end")

  /// The header of a protocol with a known version.
  package static func recognizesStream(_ reader: ByteReader) -> Bool { header(reader) != nil }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { AMQPStreamParser() }

  /// What a header asks for: "AMQP", a number and three parts of a version (AMQP 1.0 section 2.2).
  static func header(_ reader: ByteReader) -> String? {
    guard reader.starts(with: "AMQP"), let word: UInt32 = reader.peek(at: 4) else { return nil }
    return versions.known(word)
  }

  private static let versions = NumberNames(
    radix: 16,
    """
    00000901 0-9-1; 01010009 0-9; 01010800 0-8; 0101000a 0-10; 00010000 1.0; 02010000 1.0 TLS; \
    03010000 1.0 SASL
    """)

  static let performatives = NumberNames(
    radix: 16,
    """
    10 open; 11 begin; 12 attach; 13 flow; 14 transfer; 15 disposition; 16 detach; 17 end; \
    18 close; 40 sasl.mechanisms; 41 sasl.init; 42 sasl.challenge; 43 sasl.response; \
    44 sasl.outcome
    """)

  /// By class times 256 plus method.
  static let methods = NumberNames(
    radix: 16,
    """
    a0a Connection.Start; a0b Connection.Start-Ok; a14 Connection.Secure; \
    a15 Connection.Secure-Ok; a1e Connection.Tune; a1f Connection.Tune-Ok; a28 Connection.Open; \
    a29 Connection.Open-Ok; a32 Connection.Close; a33 Connection.Close-Ok; \
    a3c Connection.Blocked; a3d Connection.Unblocked; 140a Channel.Open; 140b Channel.Open-Ok; \
    1414 Channel.Flow; 1415 Channel.Flow-Ok; 1428 Channel.Close; 1429 Channel.Close-Ok; \
    280a Exchange.Declare; 280b Exchange.Declare-Ok; 2814 Exchange.Delete; \
    2815 Exchange.Delete-Ok; 281e Exchange.Bind; 281f Exchange.Bind-Ok; 2828 Exchange.Unbind; \
    2833 Exchange.Unbind-Ok; 320a Queue.Declare; 320b Queue.Declare-Ok; 3214 Queue.Bind; \
    3215 Queue.Bind-Ok; 321e Queue.Purge; 321f Queue.Purge-Ok; 3228 Queue.Delete; \
    3229 Queue.Delete-Ok; 3232 Queue.Unbind; 3233 Queue.Unbind-Ok; 3c0a Basic.Qos; \
    3c0b Basic.Qos-Ok; 3c14 Basic.Consume; 3c15 Basic.Consume-Ok; 3c1e Basic.Cancel; \
    3c1f Basic.Cancel-Ok; 3c28 Basic.Publish; 3c32 Basic.Return; 3c3c Basic.Deliver; \
    3c46 Basic.Get; 3c47 Basic.Get-Ok; 3c48 Basic.Get-Empty; 3c50 Basic.Ack; 3c5a Basic.Reject; \
    3c64 Basic.Recover-Async; 3c6e Basic.Recover; 3c6f Basic.Recover-Ok; 3c78 Basic.Nack; \
    550a Confirm.Select; 550b Confirm.Select-Ok; 5a0a Tx.Select; 5a0b Tx.Select-Ok; \
    5a14 Tx.Commit; 5a15 Tx.Commit-Ok; 5a1e Tx.Rollback; 5a1f Tx.Rollback-Ok
    """)
}
