extension DecodedPacket {
  /// sFlow version 5 (sflow.org): the first header that was sampled is noted as a quote.
  mutating func decodeSFlow(_ reader: inout ByteReader) throws(DecodeError) -> ProtocolID {
    try reader.skip(4)
    let addressType: UInt32 = try reader.read()
    // An agent of unknown address (0) has none.
    let addressLengths: [UInt32: Int] = [0: 0, 1: 4, 2: 16]
    guard let addressLength = addressLengths[addressType] else { return .none }
    try reader.skip(addressLength + 12)
    let samples: UInt32 = try reader.read()
    for _ in 0..<min(samples, 64) where quoted.count == 0 {
      let format: UInt32 = try reader.read()
      let length: UInt32 = try reader.read()
      var sample = try reader.split(Int(length))
      // A flow sample, and an expanded one, which has larger interface numbers.
      if format == 1 { try decodeFlowSample(&sample, headerLength: 28) }
      if format == 3 { try decodeFlowSample(&sample, headerLength: 40) }
    }
    return .none
  }

  private mutating func decodeFlowSample(
    _ reader: inout ByteReader, headerLength: Int
  ) throws(DecodeError) {
    try reader.skip(headerLength)
    let records: UInt32 = try reader.read()
    for _ in 0..<min(records, 64) {
      let format: UInt32 = try reader.read()
      let length: UInt32 = try reader.read()
      var record = try reader.split(Int(length))
      if format == 1 { return try noteSampledHeader(&record) }
    }
  }

  private mutating func noteSampledHeader(_ reader: inout ByteReader) throws(DecodeError) {
    let headerProtocol: UInt32 = try reader.read()
    try reader.skip(8)
    let length: UInt32 = try reader.read()
    let linkTypes: [UInt32: UInt16] = [1: 1, 7: 9, 11: 228, 12: 229]
    guard let linkType = linkTypes[headerProtocol] else { return }
    reader.limit(to: Int(length))
    quote(reader, linkType: linkType)
  }
}
