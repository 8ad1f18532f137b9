/// PostgreSQL.
package enum PostgreSQL: ApplicationProtocol {
  package static let id = ProtocolID.pgsql
  package static let reference = "PostgreSQL frontend/backend protocol 3.0"
  package static let fields = [parameter, authentication, type, error]
  package static let tcpPorts: [UInt16] = [5432]

  static let parameter = ApplicationField("pgsql.parameter_value", "Parameter")
  static let authentication = ApplicationField("pgsql.authtype", "Authentication")
  static let type = ApplicationField("pgsql.type", "Message")
  static let error = ApplicationField("pgsql.code", "Error")

  /// What a client can say first (protocol documentation, section "Message Formats").
  enum Request {
    static let startup: UInt32 = 0x0003_0000
    static let cancel: UInt32 = 80_877_102
    static let tls: UInt32 = 80_877_103
    static let gss: UInt32 = 80_877_104
    /// No startup message is longer.
    static let longest: UInt32 = 10_000
  }

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard let length: UInt32 = reader.peek(), let code: UInt32 = reader.peek(at: 4) else {
      return false
    }
    switch code {
    case Request.tls, Request.gss: return length == 8
    case Request.cancel: return length == 16
    case Request.startup, Request.startup + 2:
      return (9...Request.longest).contains(length) && reader.slice(at: 8, count: 5).isWord
    default: return false
    }
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    PostgreSQLStreamParser()
  }

  static let authentications = NumberNames(
    """
    0 Success; 1 Kerberos V4; 2 Kerberos V5; 3 Plaintext password; 4 crypt()ed password; \
    5 MD5 password; 6 SCM credentials; 7 GSSAPI; 8 GSSAPI/SSPI continue; 9 SSPI; 10 SASL; \
    11 SASL continue; 12 SASL complete
    """)

  /// By the letter of the type.
  static func name(ofType type: UInt8, fromClient: Bool) -> String? {
    (fromClient ? frontend : backend).known(type)
  }

  private static let frontend = NumberNames(
    radix: 16,
    """
    42 Bind; 43 Close; 44 Describe; 45 Execute; 46 Function call; 48 Flush; 50 Parse; \
    51 Simple query; 53 Sync; 58 Termination; 63 Copy completion; 64 Copy data; 66 Copy failure; \
    70 Authentication
    """)

  private static let backend = NumberNames(
    radix: 16,
    """
    31 Parse completion; 32 Bind completion; 33 Close completion; 41 Notification; \
    43 Command completion; 44 Data row; 45 Error; 47 CopyIn response; 48 CopyOut response; \
    49 Empty query; 4b Backend key data; 4e Notice; 52 Authentication request; \
    53 Parameter status; 54 Row description; 56 Function call response; \
    57 Copy-both response; 5a Ready for query; 63 Copy completion; 64 Copy data; 6e No data; \
    73 Portal suspended; 74 Parameter description; 76 Negotiate protocol version
    """)
}

extension ByteReader {
  /// Whether all bytes are letters, or what joins them.
  fileprivate var isWord: Bool {
    var index = 0
    while let byte: UInt8 = peek(at: index) {
      guard (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0 else { return false }
      index += 1
    }
    return index > 0
  }
}
