/// The wire protocol of MongoDB.
package enum MongoDB: ApplicationProtocol {
  package static let id = ProtocolID.mongo
  package static let reference = "MongoDB wire protocol"
  package static let fields = [opcode, command, database, collection]
  package static let tcpPorts: [UInt16] = [27_017]

  static let opcode = ApplicationField("mongo.opcode", "Message")
  static let command = ApplicationField("mongo.element.name", "Command")
  static let database = ApplicationField("mongo.database_name", "Database")
  static let collection = ApplicationField("mongo.full_collection_name", "Collection")

  /// Messages of today and of before 5.1 that carry commands.
  enum Code {
    static let query: UInt32 = 2004
    static let compressed: UInt32 = 2012
    static let message: UInt32 = 2013
  }

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard isMessage(reader), let code: UInt32 = reader.peekLittleEndian(at: 12) else {
      return false
    }
    // A client's first message answers nothing, and says hello.
    return reader.peek(at: 8) == UInt32(0)
      && (code == Code.message && reader.peek(at: 20) == UInt8(0)
        || code == Code.query && reader.slice(at: 20, count: 64).contains(lowercase: ".$cmd"))
  }

  package static func acceptsStream(_ reader: ByteReader) -> Bool { isMessage(reader) }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { MongoDBStreamParser() }

  /// A header with a length of up to 48 MB and a known code.
  static func isMessage(_ reader: ByteReader) -> Bool {
    guard let length: UInt32 = reader.peekLittleEndian(),
      let code: UInt32 = reader.peekLittleEndian(at: 12)
    else { return false }
    return (16...48_000_000).contains(length) && opcodes.known(code) != nil
  }

  static let opcodes = NumberNames(
    """
    1 Reply; 1000 Message; 2001 Update document; 2002 Insert document; 2004 Query; \
    2005 Get More; 2006 Delete document; 2007 Kill Cursors; 2010 Command Request; \
    2011 Command Reply; 2012 Compressed Data; 2013 Extensible Message Format
    """)
}
