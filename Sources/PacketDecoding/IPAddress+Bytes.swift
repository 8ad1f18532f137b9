extension IPAddress {
  /// The address in four or sixteen bytes in network byte order.
  package init?(bytes: [UInt8]) {
    let number = { (bytes: ArraySlice<UInt8>) in bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    switch bytes.count {
    case 4: self.init(v4: UInt32(number(bytes[...])))
    case 16: self.init(high: number(bytes[..<8]), low: number(bytes[8...]))
    default: return nil
    }
  }
}
