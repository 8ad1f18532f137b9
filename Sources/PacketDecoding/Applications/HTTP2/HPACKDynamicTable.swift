/// The fields that one side has sent and refers to again (RFC 7541 section 2.3.2).
struct HPACKDynamicTable: Sendable {
  /// No side is given more, whatever it settles with the other.
  static let byteLimit = 65_536

  /// Oldest first; those before ``oldest`` are gone.
  private var fields: [HPACKField] = []
  private var oldest = 0
  private var maximum = 4096
  /// As the RFC counts it, 32 more for each field than its text.
  private(set) var byteCount = 0

  /// The field of an index, which counts from 0 for the newest.
  subscript(index: Int) -> HPACKField? {
    index >= 0 && index < fields.count - oldest ? fields[fields.count - 1 - index] : nil
  }

  mutating func insert(_ field: HPACKField) {
    evict(until: maximum - field.tableByteCount)
    // A field that is bigger than the table only empties it.
    guard field.tableByteCount <= maximum else { return }
    fields.append(field)
    byteCount += field.tableByteCount
  }

  /// Changes how much the table may hold; false if that is more than a table is given.
  mutating func resize(to count: Int) -> Bool {
    guard count <= Self.byteLimit else { return false }
    maximum = count
    evict(until: maximum)
    return true
  }

  private mutating func evict(until limit: Int) {
    while byteCount > max(limit, 0) {
      byteCount -= fields[oldest].tableByteCount
      fields[oldest] = HPACKField("")
      oldest += 1
    }
    guard oldest > 64, oldest * 2 > fields.count else { return }
    fields.removeFirst(oldest)
    oldest = 0
  }
}
