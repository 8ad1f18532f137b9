/// A hash of names that is the same in every process and for every spelling in upper and lower case.
package enum NameHash {
  package static func of(_ name: String) -> UInt64 { of(name.utf8.span) }

  package static func of(_ name: Substring) -> UInt64 { of(name.utf8.span) }

  private static func of(_ bytes: Span<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count) ^ 0xCBF2_9CE4_8422_2325
    _ = bytes.allWords { word in
      hash = FastHash.fold(hash ^ ASCIIWords.inLowerCase(word), 0x9E37_79B9_7F4A_7C15)
      return true
    }
    return hash
  }
}
