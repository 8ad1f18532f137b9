import CaptureFormats
import Glibc

/// The captures that were named: files, patterns, directories, standard input.
struct CaptureSet {
  /// In the order of their first packets.
  private(set) var paths: [String] = []
  /// What could not be read, one line each.
  private(set) var failures: [String] = []

  init(_ arguments: [String]) {
    for argument in arguments { add(argument) }
    if paths.count > 1 { sortByFirstPacket() }
  }

  private mutating func add(_ argument: String) {
    if argument == "-" || Self.exists(argument) {
      if argument != "-", Self.isDirectory(argument) {
        addDirectory(argument)
      } else {
        paths.append(argument)
      }
      return
    }
    let matches = Self.glob(argument)
    if matches.isEmpty {
      paths.append(argument)  // opening it says best what is wrong
    } else {
      for match in matches { add(match) }
    }
  }

  private mutating func addDirectory(_ path: String) {
    guard let names = Self.names(in: path) else {
      failures.append(
        CaptureError.system(path: path, action: "read", number: errno).description)
      return
    }
    let captures = names.map { path + (path.hasSuffix("/") ? "" : "/") + $0 }
      .filter { !Self.isDirectory($0) && CaptureFile.isCapture(path: $0) }
    if captures.isEmpty { failures.append(CaptureError.noCaptures(path: path).description) }
    paths += captures
  }

  private mutating func sortByFirstPacket() {
    let block = PacketBlock(capacity: 64 << 10)
    let dated = paths.enumerated().map { place, path -> (Timestamp, Int, String) in
      guard path != "-", let file = try? CaptureFile(path: path),
        (try? file.next(into: block)) == true,
        let first = block.records.first
      else { return (Timestamp(nanoseconds: .max), place, path) }
      return (first.time, place, path)
    }
    paths = dated.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The sum of the sizes of the files on disk, if all have one.
  var size: UInt64? {
    var sum: UInt64 = 0
    for path in paths {
      guard path != "-", let status = FileStatus(path: path), status.kind == .regular else {
        return nil
      }
      sum += status.size
    }
    return sum
  }

  /// True for files that are analysed before a second thread, or less memory, would bring anything.
  var isSmall: Bool { size.map { $0 < 16 << 20 } ?? false }

  /// How many threads analyse them best.
  var suitableWorkers: Int {
    isSmall ? 1 : max(1, min(16, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  private static func isDirectory(_ path: String) -> Bool {
    FileStatus(path: path)?.kind == .directory
  }

  private static func names(in path: String) -> [String]? {
    guard let directory = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func glob(_ pattern: String) -> [String] {
    var result = unsafe glob_t()
    defer { unsafe globfree(&result) }
    guard unsafe Glibc.glob(pattern, 0, nil, &result) == 0 else { return [] }
    return unsafe (0..<Int(result.gl_pathc)).compactMap { index in
      unsafe result.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }
}
