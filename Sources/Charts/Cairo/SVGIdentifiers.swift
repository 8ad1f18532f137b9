/// Makes the identifiers in Cairo's SVG the same from run to run.
///
/// Cairo numbers surfaces over the whole life of a process and writes the number into the file:
/// the second drawing of a process differs from its first.
enum SVGIdentifiers {
  private static let prefix = Array("surface".utf8)

  /// Numbers surfaces anew, in order of appearance. There is no text in the file, only outlines.
  static func renumbered(_ svg: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(svg.count)
    var numbers: [[UInt8]: Int] = [:]
    var index = 0
    while index < svg.count {
      guard svg[index] == prefix[0], svg[index...].starts(with: prefix) else {
        result.append(svg[index])
        index += 1
        continue
      }
      let old = svg[(index + prefix.count)...].prefix { (48...57).contains($0) }
      let number = numbers[Array(old)] ?? numbers.count + 1
      numbers[Array(old)] = number
      result += prefix + (old.isEmpty ? [] : Array(String(number).utf8))
      index = old.endIndex
    }
    return result
  }
}
