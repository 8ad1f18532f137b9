import PacketDecoding

extension TCPConnection {
  /// Takes the options of a SYN.
  mutating func takeOptions(_ header: TCPHeader, fromLow: Bool) {
    if fromLow {
      low.takeOptions(header, from: &high)
    } else {
      high.takeOptions(header, from: &low)
    }
  }
}

extension TCPEndpoint {
  /// Windows are scaled only if both SYNs have the option (RFC 7323 section 2.2).
  fileprivate mutating func takeOptions(_ header: TCPHeader, from other: inout TCPEndpoint) {
    marks.set(.hasSYN)
    if let size = header.maximumSegmentSize { maximumSegmentSize = size }
    if header.permitsSACK { marks.set(.permitsSACK) }
    if header.hasTimestamps { marks.set(.hasTimestamps) }
    if let scale = header.windowScale {
      offeredScale = scale
      let isRefused = header.flags.contains(.ack) && other.windowScale == -2
      // More than 14 is taken for 14 (section 2.3).
      windowScale = isRefused ? -2 : Int8(min(scale, 14))
    } else if windowScale == -1 {
      windowScale = -2
      other.windowScale = -2
    }
  }
}
