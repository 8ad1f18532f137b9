/// A value of BER: its identifier, its length, its content.
func ber(_ tag: UInt8, _ contents: [UInt8]...) -> [UInt8] {
  let content = contents.flatMap { $0 }
  guard content.count > 127 else { return [tag, UInt8(content.count)] + content }
  return [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 255)] + content
}

/// Text as a value of BER.
func berText(_ value: String, tag: UInt8 = 4) -> [UInt8] { ber(tag, Array(value.utf8)) }
