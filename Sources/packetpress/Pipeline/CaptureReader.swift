import CaptureFormats
import Logging

/// The packets of all captures of a run, one file after another, as far as they can be read.
final class CaptureReader {
  private let selection: PacketSelection
  /// Set if the files are still being written.
  private let growth: FileGrowth?
  /// True where what is wrong with the files has been said already.
  private let isSilent: Bool
  private var remaining: [String]
  private var current: CaptureFile?
  /// Packets of the files before the current one.
  private var packetsBefore: UInt64 = 0
  private var bytesBefore: UInt64 = 0
  private(set) var files: [CaptureFileSummary] = []
  private(set) var failures: [String]
  /// Every packet that was read, wanted or not.
  private(set) var packets: UInt64 = 0
  private(set) var filteredOut: UInt64 = 0

  init(
    _ captures: CaptureSet, selection: PacketSelection, growth: FileGrowth? = nil,
    isSilent: Bool = false
  ) {
    self.isSilent = isSilent
    remaining = captures.paths.reversed()
    failures = captures.failures
    self.selection = selection
    self.growth = growth
  }

  /// With the one that is being read, as far as it has said something of itself.
  var filesSoFar: [CaptureFileSummary] { files + (current.map { [$0.summary] } ?? []) }

  /// Bytes of the files on disk that were read.
  var bytesRead: UInt64 { bytesBefore + (current?.bytesRead ?? 0) }

  /// Fills the block with packets that are wanted; false when there are no more.
  func next(into block: PacketBlock) -> Bool {
    while let file = current ?? open() {
      do {
        while try file.next(into: block) {
          packets += UInt64(block.records.count)
          if packetsBefore > 0 {
            for index in block.records.indices { block.records[index].number += packetsBefore }
          }
          filteredOut += selection.apply(to: block)
          if !block.records.isEmpty { return true }
        }
      } catch {
        failures.append("\(error)")
      }
      close(file)
    }
    return false
  }

  private func open() -> CaptureFile? {
    while let path = remaining.popLast() {
      do {
        let file = try CaptureFile(path: path, growth: growth)
        current = file
        return file
      } catch {
        failures.append("\(error)")
      }
    }
    return nil
  }

  private func close(_ file: CaptureFile) {
    packetsBefore = packets
    bytesBefore += file.bytesRead
    files.append(file.summary)
    current = nil
    if let growth, !growth.isStopped {
      // Another file took its place, as rotation does it.
      Message.note("\(file.summary.name) was replaced; going on with the new file")
      remaining.append(file.summary.name)
    }
    guard let cut = file.summary.cutShort, !isSilent else { return }
    Message.warning(
      "\(file.summary.name) is cut short at byte \(cut.offset), after packet \(cut.packet): "
        + "\(cut.reason); everything before is in the report",
      at: [
        "file": "\(file.summary.name)", "offset": .stringConvertible(UInt64(cut.offset)),
        "packet": .stringConvertible(UInt64(cut.packet)),
      ])
  }
}
