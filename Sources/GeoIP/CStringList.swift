/// A list of C strings that a null pointer ends.
enum CStringList {
  static func with<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    unsafe with(strings[...], [], body)
  }

  private static func with<Result>(
    _ strings: ArraySlice<String>, _ pointers: [UnsafePointer<CChar>?],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    guard let first = strings.first else {
      let list = unsafe pointers + [nil]
      return unsafe list.withUnsafeBufferPointer { buffer in
        // A list has its end at least.
        unsafe body(buffer.baseAddress!)
      }
    }
    return unsafe first.withCString { pointer in
      unsafe with(strings.dropFirst(), pointers + [pointer], body)
    }
  }
}
