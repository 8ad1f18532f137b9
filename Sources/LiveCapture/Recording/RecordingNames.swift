internal import Glibc

/// The names of a recording's files, as dumpcap forms them: `web_00001_20261123100000.pcapng`.
struct RecordingNames {
  /// Up to the number, without the directory.
  private let prefix: String
  /// Behind the time, ".pcapng".
  private let suffix: String
  /// With the slash, or empty.
  private let directory: String
  private var last: UInt64 = 0
  /// Files of this pattern that are there, the oldest first.
  private var present: [Substring] = []

  private static let mostDigits = 9

  /// Looks for files of earlier runs, whose numbers go on.
  init(path: String) throws(RecordingError) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let name = path[slash...]
    guard !name.isEmpty, name != ".", name != ".." else { throw .noFileName(path: path) }
    directory = String(path[..<slash])
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    prefix = String(name[..<dot]) + "_"
    suffix = String(name[dot...])
    let earlier = names(in: directory.isEmpty ? "." : directory).compactMap { name in
      number(of: name).map { (number: $0, name: name) }
    }
    let ordered = earlier.sorted { ($0.number, $0.name) < ($1.number, $1.name) }
    present = ordered.map { $0.name[...] }
    last = ordered.last?.number ?? 0
  }

  /// The path of the next file, which begins now.
  mutating func next(at time: time_t) -> String {
    last += 1
    return directory + prefix + Self.padded(Int(last), 5) + "_" + Self.text(time) + suffix
  }

  /// Notes that the file is there.
  mutating func add(_ path: String) { present.append(path.dropFirst(directory.count)) }

  /// Forgets a file and removes it.
  mutating func discard(_ path: String) {
    present.removeAll { directory + $0 == path }
    unsafe _ = unlink(path)
  }

  /// Removes the oldest until at most `count` are there; returns the paths, with the error number if one
  /// could not be removed.
  mutating func removeOldest(keeping count: Int) -> [(path: String, failure: Int32?)] {
    var removed: [(path: String, failure: Int32?)] = []
    while present.count > count {
      let path = directory + present.removeFirst()
      let failed = unsafe unlink(path) != 0 && errno != ENOENT
      removed.append((path, failed ? errno : nil))
    }
    return removed
  }

  /// The number in a name of this pattern; nil if it is another's.
  private func number(of name: String) -> UInt64? {
    guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
    let middle = name.dropFirst(prefix.count).dropLast(suffix.count)
    let parts = middle.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, 5...Self.mostDigits ~= parts[0].count, parts[1].count == 14,
      parts.allSatisfy({ $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
    else { return nil }
    return UInt64(parts[0])
  }

  /// Names of regular files.
  private func names(in directory: String) -> [String] {
    guard let stream = unsafe opendir(directory) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard number(of: name) != nil else { continue }
      var status = stat()
      guard unsafe lstat(self.directory + name, &status) == 0, status.st_mode & S_IFMT == S_IFREG
      else { continue }
      names.append(name)
    }
    return names
  }

  /// Year to second in UTC: sorted by name is sorted by time, also where clocks are set back in autumn.
  private static func text(_ time: time_t) -> String {
    var time = time
    var parts = unsafe tm()
    unsafe _ = gmtime_r(&time, &parts)
    let date = unsafe [
      padded(Int(parts.tm_year) + 1900, 4), padded(Int(parts.tm_mon) + 1, 2),
      padded(Int(parts.tm_mday), 2),
    ]
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map { padded(Int($0), 2) }
    return (date + clock).joined()
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
