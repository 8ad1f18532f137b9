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
    for line in list.split(separator: UInt8(ascii: "\n")) {
      if line.starts(with: "Anonymous:".utf8) {
        // Zero but where a debugger or the linker wrote.
        guard isWanted, line.contains(where: { (0x31...0x39).contains($0) }) else { continue }
        result[result.count - 1].isAsInFile = false
      } else if line[line.startIndex] > UInt8(ascii: "Z")
        || line[line.startIndex] < UInt8(ascii: "A")
      {
        let mapping = mapping(line)
        isWanted = mapping != nil
        if let mapping { result.append(mapping) }
      }
    }
    return result
  }

  /// Of `55d0c8a00000-55d0c8b00000 r-xp 00000000 08:02 173521 /usr/bin/packetpress`.
  private static func mapping(_ line: ArraySlice<UInt8>) -> Mapping? {
    let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 5)
    guard words.count == 6, words[1].hasPrefix("r-"), words[1].hasSuffix("p"),
      words[5].contains("/")
    else { return nil }
    let ends = words[0].split(separator: "-").map { UInt($0, radix: 16) }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else { return nil }
    return Mapping(range: from..<to)
  }
}
