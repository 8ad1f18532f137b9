import CaptureFormats
import Foundation
import LiveCapture
import TestSupport
import Testing

struct RecordingFailureTests {
  static let payloads = (0..<2000).map { [UInt8].pattern(1001, seed: $0) }
  static let isRoot = geteuid() == 0

  @Test func refusesAFileThatExists() throws {
    let scratch = try RecordingScratch()
    scratch.write([1, 2, 3], to: "web.pcapng")
    #expect(throws: RecordingError.exists(path: scratch.file("web.pcapng"))) {
      try scratch.recorder()
    }
    #expect(scratch.size("web.pcapng") == 3)
  }

  @Test(arguments: [
    ("missing/web.pcapng", "its directory does not exist; make it first"),
    ("", "it names no file; give one like capture.pcapng"),
    (".", "it names no file; give one like capture.pcapng"),
    (String(repeating: "x", count: 300), "file name too long"),
  ])
  func saysWhatIsWrongBeforeItStarts(name: String, reason: String) throws {
    let scratch = try RecordingScratch()
    for rotation in [nil, RotationRule(seconds: 1)] {
      #expect {
        try scratch.recorder(name, rotation: rotation)
      } throws: { error in
        "\(error)".hasPrefix("cannot ") && "\(error)".hasSuffix(reason)
      }
    }
  }

  @Test func saysThatItMayNotWrite() {
    let settings = RecordingSettings(path: "/sys/packetpress.pcapng")
    #expect {
      try CaptureRecorder(settings, interfaces: [], application: "")
    } throws: { error in
      "\(error)".hasPrefix("cannot write /sys/packetpress.pcapng: permission denied; let the user")
    }
  }

  @Test func refusesALimitThatMeansNothing() throws {
    let scratch = try RecordingScratch()
    #expect(throws: RecordingError.keepWithoutRotation) { try scratch.recorder(keep: 3) }
    #expect(throws: RecordingError.keepsNothing) {
      try scratch.recorder(rotation: RotationRule(seconds: 1), keep: 0)
    }
    #expect(scratch.names.isEmpty)
  }

  @Test(.enabled(if: isRoot, "only root can make a small disk"), arguments: [false, true])
  func aFullDiskStopsSavingOnly(isStarted: Bool) throws {
    let scratch = try RecordingScratch(diskSize: "1m")
    let recorder = try scratch.recorder()
    if isStarted { try recorder.start() }
    recorder.append(PacketBlock(Self.payloads))
    if isStarted { #expect(eventually { recorder.status.isStopped }) }
    recorder.append(PacketBlock(Self.payloads))
    recorder.finish()
    let saved = try scratch.read()
    #expect(saved.summary.cutShort == nil)
    #expect(saved.payloads.count > 900)
    #expect(saved.payloads == Array((Self.payloads + Self.payloads).prefix(saved.payloads.count)))
    let status = recorder.status
    #expect(status.packets == UInt64(saved.payloads.count))
    #expect(status.packets + status.packetsNotSaved == 4000)
    #expect(status.bytes == UInt64(scratch.size("web.pcapng")))
    let path = scratch.file("web.pcapng")
    #expect(
      recorder.takeEvents() == [
        RecordingEvent(
          level: .warning,
          text: "cannot write \(path): the disk is full; saving stopped after \(status.packets) "
            + "packets, the analysis goes on")
      ])
  }

  @Test(.enabled(if: isRoot, "only root can make a small disk"))
  func aFullDiskLeavesNoEmptyFileBehind() throws {
    let scratch = try RecordingScratch(diskSize: "1m")
    let recorder = try scratch.recorder(rotation: RotationRule(bytes: 200_000))
    scratch.write([UInt8](repeating: 1, count: 848_576), to: "other")
    recorder.append(PacketBlock(Self.payloads))
    recorder.finish()
    #expect(recorder.status.isStopped)
    for name in scratch.names where name != "other" {
      let saved = try scratch.read(name)
      #expect(saved.summary.cutShort == nil && !saved.payloads.isEmpty)
    }
    #expect(recorder.takeEvents().count { $0.level == .warning } == 1)
    #expect(throws: RecordingError.self) { try scratch.recorder("second.pcapng") }
    #expect(!scratch.names.contains("second.pcapng"))
  }

  @Test(.enabled(if: isRoot, "only root can make a small disk"))
  func removingTheOldestMakesRoom() throws {
    let scratch = try RecordingScratch(diskSize: "1m")
    let recorder = try scratch.recorder(rotation: RotationRule(bytes: 200_000), keep: 4)
    recorder.append(PacketBlock(Self.payloads))
    recorder.finish()
    #expect(!recorder.status.isStopped)
    #expect(scratch.names.count == 4)
    #expect(recorder.status.packets == 2000)
  }

  @Test func noticesThatItsFileWasRemoved() throws {
    let scratch = try RecordingScratch()
    let recorder = try scratch.recorder()
    try recorder.start()
    try FileManager.default.removeItem(atPath: scratch.file("web.pcapng"))
    #expect(eventually { recorder.status.isStopped })
    recorder.append(PacketBlock([[1]]))
    recorder.finish()
    #expect(recorder.status.packetsNotSaved == 1)
    #expect(
      recorder.takeEvents().map(\.text) == [
        "\(scratch.file("web.pcapng")) was removed while it was written; saving stopped after 0 "
          + "packets, the analysis goes on"
      ])
  }

  @Test func goesOnInTheNextFileIfOneWasRemoved() throws {
    let scratch = try RecordingScratch()
    let recorder = try scratch.recorder(rotation: RotationRule(seconds: 60))
    try recorder.start()
    let first = try #require(scratch.names.first)
    try FileManager.default.removeItem(atPath: scratch.file(first))
    #expect(eventually { scratch.names.count == 1 })
    recorder.append(PacketBlock([[1]]))
    recorder.finish()
    #expect(scratch.names.count == 1 && scratch.names != [first])
    #expect(try scratch.read(#require(scratch.names.first)).payloads == [[1]])
    #expect(recorder.status.files.map(\.packets) == [1])
  }

  @Test func stopsWhenItsDirectoryIsGone() throws {
    let scratch = try RecordingScratch()
    let recorder = try scratch.recorder(rotation: RotationRule(seconds: 60))
    try recorder.start()
    try FileManager.default.removeItem(atPath: scratch.path)
    #expect(eventually { recorder.status.isStopped })
    recorder.finish()
    #expect(recorder.status.stopReason?.hasSuffix("does not exist; make it first") == true)
  }
}
