/// MySQL and MariaDB.
package enum MySQL: ApplicationProtocol {
  package static let id = ProtocolID.mysql
  package static let reference = "MySQL client/server protocol"
  package static let fields = [version, user, schema, plugin, command, error]
  package static let tcpPorts: [UInt16] = [3306]

  static let version = ApplicationField("mysql.version", "Server")
  static let user = ApplicationField("mysql.user", "User")
  static let schema = ApplicationField("mysql.schema", "Database")
  static let plugin = ApplicationField("mysql.client_auth_plugin", "Authentication")
  static let command = ApplicationField("mysql.command", "Command")
  static let error = ApplicationField("mysql.error_code", "Error")

  /// A greeting of version 10: a version in digits and points, and the zero that parts the salt.
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard let length: UInt32 = reader.peek(), length & 0xFF == 0, length >> 24 >= 40,
      length & 0x00FF_FF00 == 0, reader.peek(at: 4) == UInt8(10),
      let digit: UInt8 = reader.peek(at: 5), (0x31...0x39).contains(digit)
    else { return false }
    let text = reader.slice(at: 5, count: 64)
    guard let end = text.distance(to: 0), text.prefix(end).distance(to: 0x2E) != nil else {
      return false
    }
    return reader.peek(at: 5 + end + 13) == UInt8(0)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { MySQLStreamParser() }

  static let commands = NumberNames(
    """
    0 SLEEP; 1 Quit; 2 Use Database; 3 Query; 4 Show Fields; 5 Create Database; 6 Drop Database; \
    7 Refresh; 8 Shutdown; 9 Statistics; 10 Process List; 11 Connect; 12 Kill Server Thread; \
    13 Dump Debuginfo; 14 Ping; 15 Time; 16 Insert Delayed; 17 Change User; 18 Send Binlog; \
    19 Send Table; 20 Slave Connect; 21 Register Slave; 22 Prepare Statement; \
    23 Execute Statement; 24 Send BLOB; 25 Close Statement; 26 Reset Statement; 27 Set Option; \
    28 Fetch Data; 29 Daemon; 30 Send Binlog GTID; 31 Reset Connection; 250 Execute Bulk Statement
    """)

  static let errors = NumberNames(
    """
    1040 1040 Too many connections; 1044 1044 Access denied to database; \
    1045 1045 Access denied for user; 1046 1046 No database selected; \
    1049 1049 Unknown database; 1050 1050 Table exists; 1054 1054 Unknown column; \
    1062 1062 Duplicate entry; 1064 1064 Syntax error; 1129 1129 Host is blocked; \
    1130 1130 Host is not allowed; 1142 1142 Command denied; 1146 1146 Unknown table; \
    1205 1205 Lock wait timeout; 1213 1213 Deadlock
    """)
}
