import Foundation
import Glibc

/// The pages of the program and of its libraries that are in memory.
///
/// The start of the program touches most of them, and what follows few: a third of what a long analysis
/// took were pages that it never looked at.
enum ProgramPages {
  private struct Mapping {
    var range: Range<UInt>
    /// False if something in it is not as in its file.
    var isAsInFile = true
  }

  /// Gives back what is as in its file and cannot be written; what is used again comes from there.
  static func giveBack() {
    guard let file = FileHandle(forReadingAtPath: "/proc/self/smaps"),
      let list = try? file.readToEnd()
    else { return }
    for mapping in mappings(in: [UInt8](list)) where mapping.isAsInFile {
      let start = unsafe UnsafeMutableRawPointer(bitPattern: mapping.range.lowerBound)
      // Whatever it answers, nothing is lost.
      _ = unsafe madvise(start, mapping.range.count, MADV_DONTNEED)
    }
  }

  /// Those of files that are private and cannot be written (proc_pid_smaps(5)).
  private static func mappings(in list: [UInt8]) -> [Mapping] {
    var result: [Mapping] = []
    var isWanted = false
    var rest = list[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")), let first = rest.first {
      let line = rest[..<end]
      rest = rest[(end + 1)...]
      if !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) {
        let mapping = mapping(line)
        isWanted = mapping != nil
        if let mapping { result.append(mapping) }
      } else if isWanted, line.starts(with: "Anonymous:".utf8) {
        // Zero but where a debugger or the linker wrote.
        let isAsInFile = !line.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        result[result.count - 1].isAsInFile = isAsInFile
      }
    }
    return result
  }

  /// Of `55d0c8a00000-55d0c8b00000 r-xp 00000000 08:02 173521 /usr/bin/packetpress`.
  private static func mapping(_ line: ArraySlice<UInt8>) -> Mapping? {
    let words = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
    guard words.count == 6, words[1].starts(with: "r-".utf8), words[1].last == UInt8(ascii: "p"),
      words[5].contains(UInt8(ascii: "/"))
    else { return nil }
    let ends = words[0].split(separator: UInt8(ascii: "-")).map {
      UInt(String(decoding: $0, as: UTF8.self), radix: 16)
    }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else { return nil }
    return Mapping(range: from..<to)
  }
}
