import TestSupport

/// Connections of curl 7.88 and nginx 1.22 over loopback, header blocks of nghttp2 1.52, and those of
/// RFC 7541 appendix C.
enum HTTP2Fixtures {
  static let preface = Bytes(text: "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
  /// Preface, settings, window update; then GET /index.html, and the acknowledgment of settings.
  static let client =
    preface + """
      000012040000000000 000300000064 000400200000 000200000000
      000004080000000000 01ff0001
      00001e010500000001 828586418b089d5c0b8170dc0bc0783f7a87495092d8c0570753032a2f2a
      000000040100000000
      """
  /// Settings, window update, the acknowledgment of settings; then 200 and 13 bytes of HTML.
  static let server: Bytes = """
    000012040000000000 000300000080 000400010000 000500ffffff
    000004080000000000 7fff0000
    000000040100000000
    000069010400000001 887689aa6355e580ae212e1f6196d07abe94132a693f75040138a041704edc6dc53168df
    5f87497ca589d34d1f5c0231336c96d07abe94132a693f75040138a041704edc0b6a62d1bf00832a47378afe5c
    8c0d05b032b49fcf008919085ad2b583aa62a3848fd24a8f
    00000d000100000001 3c703e48656c6c6f3c2f703e0a
    """

  /// Blocks of four requests, each of which refers to those before it.
  static let requests: [Bytes] = [
    """
    8286418c1d665cbe474d7416e3c0781f04022f617a8a9acac8b4c7602bb805c35f8b1d75d0620d263d4c4d6564
    4089f2b585ed6950958d2783348b0340027465864d833505b11f
    """,
    "8386c2049563b8589ac29525b17c5614a92d8c6e1fac65a283ffc1c07f0083348b07bf",
    "8286c304022f61c2c17e83348b0bc0",
    "420350555486c504082f66696c65732fc3c4c37f0083348b33c2",
  ]

  /// RFC 7541 sections C.3 (plain) and C.4 (Huffman).
  static let plainRequests: [Bytes] = [
    "828684410f7777772e6578616d706c652e636f6d", "828684be58086e6f2d6361636865",
    "828785bf400a637573746f6d2d6b65790c637573746f6d2d76616c7565",
  ]
  static let huffmanRequests: [Bytes] = [
    "828684418cf1e3c2e5f23a6ba0ab90f4ff", "828684be5886a8eb10649cbf",
    "828785bf408825a849e95ba97d7f8925a849e95bb8e8b4bf",
  ]
  /// RFC 7541 sections C.5 and C.6, with a table of 256 bytes.
  static let plainResponses: [Bytes] = [
    """
    3fe101 4803333032580770726976617465611d4d6f6e2c203231204f637420323031332032303a31333a3231
    20474d546e1768747470733a2f2f7777772e6578616d706c652e636f6d
    """,
    "4803333037c1c0bf",
    """
    88c1611d4d6f6e2c203231204f637420323031332032303a31333a323220474d54c05a04677a69707738666f6f
    3d4153444a4b48514b425a584f5157454f50495541585157454f49553b206d61782d6167653d333630303b2076
    657273696f6e3d31
    """,
  ]
  static let huffmanResponses: [Bytes] = [
    """
    3fe101 488264025885aec3771a4b6196d07abe941054d444a8200595040b8166e082a62d1bff6e919d29ad1718
    63c78f0b97c8e9ae82ae43d3
    """,
    "4883640effc1c0bf",
    """
    88c16196d07abe941054d444a8200595040b8166e084a62d1bffc05a839bd9ab77ad94e7821dd7f2e6c7b335df
    dfcd5b3960d5af27087f3672c1ab270fb5291f9587316065c003ed4ee5b1063d5007
    """,
  ]

  static func frame(
    _ type: UInt8, flags: UInt8 = 0, stream: UInt32 = 1, _ payload: Bytes = ""
  ) -> Bytes {
    var bytes: [UInt8] = [UInt8(truncatingIfNeeded: payload.array.count >> 16)]
    bytes.appendNetwork(UInt16(truncatingIfNeeded: payload.array.count))
    bytes += [type, flags]
    bytes.appendNetwork(stream)
    return Bytes(bytes) + payload
  }

  /// Each block in a frame of HEADERS on a stream of its own, which it ends.
  static func headers(_ blocks: [Bytes]) -> Bytes {
    blocks.enumerated().reduce("") { stream, block in
      stream + frame(1, flags: 5, stream: UInt32(block.offset * 2 + 1), block.element)
    }
  }
}
