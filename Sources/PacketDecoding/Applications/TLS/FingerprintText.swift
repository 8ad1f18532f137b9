/// Lists of numbers as fingerprints write them, without GREASE.
struct FingerprintText {
  private var bytes: [UInt8] = []
  private var isFirst = true

  init() { bytes.reserveCapacity(256) }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Numbers with hyphens between them, behind a comma unless this is the first list (JA3).
  mutating func add(decimal numbers: some Sequence<UInt16>) {
    separate(UInt8(ascii: ","))
    var isNext = false
    for number in numbers where !TLSNumber.isGREASE(number) {
      if isNext { bytes.append(UInt8(ascii: "-")) }
      isNext = true
      append(decimal: number)
    }
  }

  /// Four digits each with commas between them, behind an underscore unless this is the first list
  /// (JA4).
  mutating func add(hexadecimal numbers: some Sequence<UInt16>) {
    separate(UInt8(ascii: "_"))
    var isNext = false
    for number in numbers where !TLSNumber.isGREASE(number) {
      if isNext { bytes.append(UInt8(ascii: ",")) }
      isNext = true
      for shift in stride(from: UInt16(12), through: 0, by: -4) {
        bytes.append(UInt8(truncatingIfNeeded: number >> shift & 15).hexadecimalDigit)
      }
    }
  }

  private mutating func append(decimal number: UInt16) {
    var rest = number
    var scale: UInt16 = 10_000
    while scale > 1, rest < scale { scale /= 10 }
    while scale > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
      scale /= 10
    }
  }

  private mutating func separate(_ sign: UInt8) {
    if !isFirst { bytes.append(sign) }
    isFirst = false
  }
}
