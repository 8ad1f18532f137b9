import CaptureFormats
import Foundation
import LiveCapture
import TestSupport
import Testing

struct RecordingRotationTests {
  let scratch: RecordingScratch
  static let payloads = (0..<100).map { [UInt8].pattern(1000 + $0 % 7, seed: $0) }

  init() throws { scratch = try RecordingScratch() }

  @Test func filesAreNeverLargerThanTheirLimit() throws {
    let recorder = try scratch.recorder(rotation: RotationRule(bytes: 20_000))
    try recorder.start()
    var status = InterfaceStatus(name: "eth0", linkType: "EN10MB")
    status.received = 100
    recorder.interfaceStatistics([status])
    recorder.append(PacketBlock(Self.payloads))
    recorder.finish()
    let files = try scratch.names.map { try scratch.read($0) }
    #expect(scratch.names.allSatisfy { 18_000...20_000 ~= scratch.size($0) || $0.contains("006_") })
    #expect(files.flatMap(\.payloads) == Self.payloads)
    #expect(files.allSatisfy { $0.summary.cutShort == nil })
    #expect(files.allSatisfy { $0.summary.interfaces.first?.name == "eth0" })
    #expect(
      files.compactMap { $0.summary.interfaces.first?.received } == [100, 0, 0, 0, 0, 0],
      "each file has what came in its time, so that the sum is right")
    #expect(recorder.status.fileCount == 6 && recorder.status.packets == 100)
    #expect(recorder.status.files.map(\.packets).reduce(0, +) == 100)
    #expect(recorder.takeEvents().allSatisfy { $0.level == .detail })
  }

  @Test func aPacketLargerThanAFileGetsItsOwn() throws {
    let recorder = try scratch.recorder(rotation: RotationRule(bytes: 20_000))
    recorder.append(PacketBlock([[1], .pattern(50_000), [2], .pattern(30_000)]))
    recorder.finish()
    let files = try scratch.names.map { try scratch.read($0).payloads }
    #expect(files == [[[1]], [.pattern(50_000)], [[2]], [.pattern(30_000)]])
  }

  @Test func namesFilesAsDumpcapDoes() throws {
    for name in ["web.pcapng", "plain", ".hidden", "a_00001_20260101000000.pcapng"] {
      try scratch.recorder(name, rotation: RotationRule(seconds: 60)).finish()
    }
    let year = Calendar(identifier: .gregorian).component(.year, from: Date())
    let stem = try Regex("_00001_\(year)[0-9]{10}")
    #expect(
      scratch.names.map { $0.replacing(stem, with: "*") } == [
        ".hidden*", "a_00001_20260101000000*.pcapng", "plain*", "web*.pcapng",
      ])
  }

  @Test func beginsANewFileWhenItsTimeIsOver() throws {
    let recorder = try scratch.recorder(rotation: RotationRule(seconds: 1))
    try recorder.start()
    for count in 1...2 {
      recorder.append(PacketBlock([[UInt8(count)]]))
      #expect(eventually { scratch.names.count == count + 1 })
    }
    usleep(1_700_000)
    #expect(scratch.names.count == 3, "a time without packets needs no file")
    recorder.finish()
    #expect(try scratch.names.map { try scratch.read($0).payloads } == [[[1]], [[2]], []])
  }

  @Test func keepsTheNewestFilesOfItsOwnPatternOnly() throws {
    let others = [
      "web_00000001_2026.pcapng", "web_00001_20260101000000.pcap", "web.pcapng", "web_.pcapng",
      "web_0001_20260101000000.pcapng", "webs_00001_20260101000000.pcapng",
      "web_00001_2026010100000x.pcapng", "web_00001_20260101000000_1.pcapng",
    ]
    let earlier = ["web_00007_20260101000000.pcapng", "web_00008_20260101000000.pcapng"]
    for name in others + earlier { scratch.write([1], to: name) }
    let target = scratch.file("web_00009_20260101000000.pcapng")
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
    let recorder = try scratch.recorder(rotation: RotationRule(bytes: 20_000), keep: 3)
    #expect(Set(scratch.names).isSuperset(of: earlier))
    recorder.append(PacketBlock(Self.payloads))
    recorder.finish()
    let mine = scratch.names.filter { $0.wholeMatch(of: /web_000\d\d_20\d{12}\.pcapng/) != nil }
    #expect(mine.map { $0.prefix(9) } == ["web_00009", "web_00012", "web_00013", "web_00014"])
    #expect(Set(scratch.names).isSuperset(of: others))
    let kept = try mine.dropFirst().flatMap { try scratch.read($0).payloads }
    #expect(kept.count > 40 && kept == Self.payloads.suffix(kept.count))
    #expect(recorder.status.removedFileCount == 5)
    #expect(recorder.status.files.count == 3 && recorder.status.fileCount == 6)
    #expect(recorder.status.packets == 100)
  }

  @Test func theFilesOfARestartCount() throws {
    for _ in 1...5 {
      try scratch.recorder(rotation: RotationRule(seconds: 60), keep: 2).finish()
    }
    #expect(scratch.names.map { $0.prefix(9) } == ["web_00004", "web_00005"])
  }
}
