import CaptureFormats

/// The name of a report directory: when its capture began, in UTC and without colons.
///
/// "2026-11-23T10-00-00Z", then "2026-11-23T10-00-00Z-2" for another that began in the same second.
struct ArchiveName: Hashable, Comparable, CustomStringConvertible {
  private let second: String
  private let number: Int

  init(_ time: Timestamp, number: Int = 1) {
    second = FolderName.of(time)
    self.number = number
  }

  /// nil for every name that would not be written in exactly this way.
  init?(_ name: String) {
    let digits = name.dropFirst(21)
    let number = digits.isEmpty ? 1 : Int(digits) ?? 0
    let clock = name.prefix(20).dropFirst(11).replacing("-", with: ":")
    guard let time = TimeArgument(argument: "\(name.prefix(11))\(clock)")?.time, number >= 1
    else { return nil }
    self.init(time, number: number)
    guard description == name else { return nil }
  }

  var description: String { number == 1 ? second : "\(second)-\(number)" }

  /// The next name to try when this one is taken.
  var next: ArchiveName { ArchiveName(second: second, number: number + 1) }

  private init(second: String, number: Int) {
    self.second = second
    self.number = number
  }

  /// Earlier captures first.
  static func < (left: ArchiveName, right: ArchiveName) -> Bool {
    (left.second, left.number) < (right.second, right.number)
  }
}
