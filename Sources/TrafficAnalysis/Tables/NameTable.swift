/// Names that flows share, each kept once and at most 255 bytes long.
struct NameTable: Sendable {
  static let lengthLimit = 255

  private var table = KeyedTable<String, Void>()
  private(set) var beyond: UInt64 = 0
  let limit: Int

  init(limit: Int) { self.limit = limit }

  var names: [String] { table.keys }

  /// The place of `name`, or -1 if there is no more room.
  mutating func place(of name: String) -> Int32 {
    guard let place = table.place(of: bounded(name), limit: limit, adding: ()) else {
      beyond += 1
      return -1
    }
    return Int32(place)
  }

  subscript(place: Int32) -> String? {
    place >= 0 && Int(place) < names.count ? names[Int(place)] : nil
  }
}

/// A name from a packet, cut to what tables keep.
func bounded(_ name: String) -> String {
  guard name.utf8.count > NameTable.lengthLimit else { return name }
  return String(decoding: name.utf8.prefix(NameTable.lengthLimit), as: UTF8.self) + "…"
}
