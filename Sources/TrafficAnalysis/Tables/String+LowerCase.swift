extension String {
  /// The text in lower case; of most names, which are in it already, nothing has to be made.
  var inLowerCase: String {
    let bytes = utf8.span
    for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) || bytes[index] >= 0x80 {
      return lowercased()
    }
    return self
  }
}
