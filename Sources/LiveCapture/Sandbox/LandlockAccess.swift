/// What a process may do with files, `landlock(7)`; a right names what is refused elsewhere.
struct LandlockAccess: OptionSet {
  var rawValue: UInt64

  static let execute = Self(rawValue: 1 << 0)
  static let writeFile = Self(rawValue: 1 << 1)
  static let readFile = Self(rawValue: 1 << 2)
  static let readDirectory = Self(rawValue: 1 << 3)
  static let removeDirectory = Self(rawValue: 1 << 4)
  static let removeFile = Self(rawValue: 1 << 5)
  static let makeDirectory = Self(rawValue: 1 << 7)
  static let makeFile = Self(rawValue: 1 << 8)
  static let makeSymbolicLink = Self(rawValue: 1 << 12)
  /// To link and to rename from one directory to another.
  static let refer = Self(rawValue: 1 << 13)
  static let truncate = Self(rawValue: 1 << 14)
  static let controlDevice = Self(rawValue: 1 << 15)

  static let reading: Self = [.readFile, .readDirectory]
  static let writing: Self = [
    .reading, .writeFile, .truncate, .makeFile, .makeSymbolicLink, .removeFile, .makeDirectory,
    .removeDirectory, .refer,
  ]
  /// The rights that a file can have, which is no directory.
  static let ofFile: Self = [.execute, .writeFile, .readFile, .truncate, .controlDevice]

  /// All that a version of Landlock can refuse.
  static func known(to version: Int) -> Self {
    let bits: UInt64 =
      switch version {
      case ...1: 13
      case 2: 14
      case 3, 4: 15
      default: 16
      }
    return Self(rawValue: 1 << bits - 1)
  }
}
