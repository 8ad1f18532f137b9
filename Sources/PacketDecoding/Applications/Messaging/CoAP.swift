/// The web of constrained devices.
package enum CoAP: ApplicationProtocol {
  package static let id = ProtocolID.coap
  package static let reference = "RFC 7252"
  package static let fields = [type, code, path, host, format]
  package static let udpPorts: [UInt16] = [5683]
  package static let readsDatagrams = true

  static let type = ApplicationField("coap.type", "Type")
  static let code = ApplicationField("coap.code", "Method or code")
  static let path = ApplicationField("coap.opt.uri_path_recon", "Path")
  static let host = ApplicationField("coap.opt.uri_host", "Host")
  static let format = ApplicationField("coap.opt.ctype", "Content format")

  /// Numbers of options (section 5.10).
  private enum Option {
    static let host = 3
    static let path = 11
    static let format = 12
  }

  private static let optionLimit = 64

  /// Version 1 with a token of at most eight bytes.
  package static func acceptsDatagram(_ reader: ByteReader) -> Bool {
    guard reader.remaining >= 4, let first: UInt8 = reader.peek() else { return false }
    return first >> 6 == 1 && first & 15 <= 8
  }

  package static func readDatagram(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) {
    let first: UInt8 = try reader.read()
    let number: UInt8 = try reader.read()
    let message: UInt16 = try reader.read()
    notes.count(type, types[first >> 4 & 3])
    notes.count(code, codes[number])
    notes.info = "\(types[first >> 4 & 3]), MID:\(message), \(codes[number])"
    try reader.skip(Int(first & 15))
    let segments = try readOptions(&reader, into: &notes)
    guard !segments.isEmpty else { return }
    let text = "/" + segments.joined(separator: "/")
    notes.count(path, text)
    notes.info? += ", \(text)"
  }

  /// Counts what options say, and returns the segments of the path (section 3.1).
  private static func readOptions(
    _ reader: inout ByteReader, into notes: inout ApplicationNotes
  ) throws(DecodeError) -> [String] {
    var number = 0
    var segments: [String] = []
    for _ in 0..<optionLimit {
      guard !reader.isAtEnd else { break }
      let head: UInt8 = try reader.read()
      guard head != 0xFF else { break }
      number += try extended(head >> 4, &reader)
      let length = try extended(head & 15, &reader)
      var value = try reader.split(length)
      switch number {
      case Option.host: notes.count(host, try value.readText(length))
      case Option.path: segments.append(try value.readText(length))
      case Option.format:
        var format = 0
        while !value.isAtEnd, format < 1 << 16 {
          format = format << 8 | Int(try value.read(as: UInt8.self))
        }
        notes.count(Self.format, formats[format])
      default: break
      }
    }
    return segments
  }

  /// A delta or length, which may go on in one or two bytes.
  private static func extended(
    _ value: UInt8, _ reader: inout ByteReader
  ) throws(DecodeError) -> Int {
    switch value {
    case 13: 13 + Int(try reader.read(as: UInt8.self))
    case 14: 269 + Int(try reader.read(as: UInt16.self))
    default: Int(value)
    }
  }

  private static let types = NumberNames(
    "0 Confirmable; 1 Non-Confirmable; 2 Acknowledgement; 3 Reset")

  private static let codes = NumberNames(
    """
    0 Empty Message; 1 GET; 2 POST; 3 PUT; 4 DELETE; 5 FETCH; 6 PATCH; 7 iPATCH; 65 2.01 Created; \
    66 2.02 Deleted; 67 2.03 Valid; 68 2.04 Changed; 69 2.05 Content; 95 2.31 Continue; \
    128 4.00 Bad Request; 129 4.01 Unauthorized; 130 4.02 Bad Option; 131 4.03 Forbidden; \
    132 4.04 Not Found; 133 4.05 Method Not Allowed; 134 4.06 Not Acceptable; \
    136 4.08 Request Entity Incomplete; 137 4.09 Conflict; 140 4.12 Precondition Failed; \
    141 4.13 Request Entity Too Large; 143 4.15 Unsupported Content-Format; \
    150 4.22 Unprocessable Entity; 157 4.29 Too Many Requests; 160 5.00 Internal Server Error; \
    161 5.01 Not Implemented; 162 5.02 Bad Gateway; 163 5.03 Service Unavailable; \
    164 5.04 Gateway Timeout; 165 5.05 Proxying Not Supported; 168 5.08 Hop Limit Reached
    """)

  private static let formats = NumberNames(
    """
    0 text/plain; 16 application/cose; 40 application/link-format; 41 application/xml; \
    42 application/octet-stream; 47 application/exi; 50 application/json; \
    51 application/json-patch+json; 52 application/merge-patch+json; 60 application/cbor; \
    61 application/cwt; 110 application/senml+json; 112 application/senml+cbor; \
    11542 application/vnd.oma.lwm2m+tlv; 11543 application/vnd.oma.lwm2m+json
    """)
}
