/// Rows and cells of a CSV (RFC 4180).
struct CommaSeparatedValues {
  private(set) var rows: [[String]] = []

  init(_ text: String) {
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var pending = scalars.next()
    while let scalar = pending {
      pending = scalars.next()
      switch scalar {
      case "\"" where isQuoted && pending == "\"":
        cell.append("\"")
        pending = scalars.next()
      case "\"":
        isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted && pending == "\n":
        break
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default:
        cell.unicodeScalars.append(scalar)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
  }

  /// Rows without the head.
  var records: ArraySlice<[String]> { rows.dropFirst() }
}
