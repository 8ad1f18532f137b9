/// All files of one report.
struct Generation: Sendable {
  let number: UInt64
  let files: [String: PublishedFile]

  /// Takes over what has not changed from the generation `before`, with its compressed bytes.
  init(
    _ files: [(path: String, bytes: [UInt8])], number: UInt64, following before: Generation?
  ) {
    self.number = number
    let published = files.map { path, bytes in
      let file = PublishedFile(bytes, contentType: ContentType(path: path))
      guard let old = before?.files[path], old.isSame(as: file) else { return (path, file) }
      return (path, old)
    }
    self.files = Dictionary(published) { _, last in last }
  }
}
