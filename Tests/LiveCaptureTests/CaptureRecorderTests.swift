import CaptureFormats
import Foundation
import LiveCapture
import TestSupport
import Testing

struct CaptureRecorderTests {
  let scratch: RecordingScratch

  init() throws { scratch = try RecordingScratch() }

  @Test func savesEveryPacketInOneFile() throws {
    let recorder = try scratch.recorder()
    try recorder.start()
    let payloads = (0..<5000).map { [UInt8].pattern($0 % 1500, seed: $0) }
    for start in stride(from: 0, to: 5000, by: 500) {
      recorder.append(PacketBlock(Array(payloads[start..<start + 500])))
    }
    recorder.finish()
    let saved = try scratch.read()
    #expect(saved.payloads == payloads)
    #expect(saved.summary.cutShort == nil)
    #expect(saved.summary.interfaces.first?.name == "eth0")
    #expect(saved.summary.interfaces.first?.received == nil)
    #expect(saved.summary.writtenBy.last == "Packetpress test")
    #expect(scratch.names == ["web.pcapng"])
    let size = UInt64(scratch.size("web.pcapng"))
    #expect(
      recorder.status.files
        == [.init(path: scratch.file("web.pcapng"), packets: 5000, bytes: size)])
    #expect(recorder.status.packets == 5000 && recorder.status.packetsNotSaved == 0)
    #expect(recorder.takeEvents().isEmpty)
  }

  @Test func makesFilesThatOnlyTheirOwnerMayRead() throws {
    try scratch.recorder().finish()
    let attributes = try FileManager.default.attributesOfItem(atPath: scratch.file("web.pcapng"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func writesWithinASecondForWhoeverReadsAlong() throws {
    let recorder = try scratch.recorder()
    try recorder.start()
    for count in 1...2 {
      recorder.append(PacketBlock([[1, 2, 3]]))
      let start = ContinuousClock.now
      #expect(try eventually { try scratch.read().payloads.count == count })
      #expect(ContinuousClock.now - start < .seconds(1.5))
    }
    recorder.finish()
  }

  @Test func writesWhatTheKernelCounted() throws {
    let recorder = try scratch.recorder()
    var status = InterfaceStatus(name: "eth0", linkType: "EN10MB")
    status.received = 100
    status.dropped = 7
    status.droppedByInterface = 2
    recorder.interfaceStatistics([status])
    recorder.finish()
    let interface = try scratch.read().summary.interfaces.first
    #expect(interface?.received == 100)
    #expect(interface?.dropped == 9)
  }

  @Test func describesInterfacesThatComeLater() throws {
    let recorder = try scratch.recorder(rotation: RotationRule(bytes: 20_000))
    let payloads = (0..<30).map { [UInt8].pattern(1000, seed: $0) }
    recorder.append(PacketBlock(payloads))
    recorder.append(PacketBlock(payloads, linkType: .linuxSLL2, interface: 2))
    recorder.append(PacketBlock(payloads, linkType: .raw))
    recorder.append(PacketBlock(payloads))
    recorder.finish()
    let files = try scratch.names.map { try scratch.read($0) }
    #expect(files.count > 5)
    #expect(files.flatMap(\.payloads) == payloads + payloads + payloads + payloads)
    #expect(
      files.flatMap { $0.records.map(\.linkType) }
        == [.ethernet, .linuxSLL2, .raw, .ethernet].flatMap {
          [LinkType](repeating: $0, count: 30)
        })
    #expect(files.last?.summary.interfaces.map(\.name) == ["eth0", nil, "eth0"])
  }

  @Test func describesABoundedNumberOfInterfaces() throws {
    let recorder = try scratch.recorder()
    for interface in [0...300, 70_000...70_000].joined() {
      recorder.append(PacketBlock([[1]], interface: UInt32(interface)))
    }
    recorder.finish()
    #expect(try scratch.read().summary.interfaces.count == 256)
    #expect(recorder.status.packets == 256 && recorder.status.packetsNotSaved == 46)
  }

  @Test func countsWhatFindsNoRoomInTheQueue() throws {
    let recorder = try scratch.recorder(queueLimit: 20_000)
    let payloads = [[UInt8]](repeating: .pattern(968), count: 15)
    recorder.append(PacketBlock(payloads))
    recorder.finish()
    #expect(try scratch.read().payloads.count == 9)
    #expect(recorder.status.packetsNotSaved == 6)
    #expect(try scratch.read().summary.interfaces.first?.dropped == 6)
    #expect(
      recorder.takeEvents().map(\.text) == [
        "\(scratch.file("web.pcapng")): the disk is too slow; 6 packets were not saved"
      ])
  }

  @Test func hasRoomForOnePacketOfAnySize() throws {
    let recorder = try scratch.recorder(queueLimit: 1000)
    recorder.append(PacketBlock([.pattern(5000), [1]]))
    recorder.finish()
    #expect(try scratch.read().payloads == [.pattern(5000)])
    #expect(recorder.status.packetsNotSaved == 1)
  }

  @Test func takesNothingAfterTheEnd() throws {
    let recorder = try scratch.recorder()
    try recorder.start()
    recorder.append(PacketBlock([[1]]))
    recorder.finish()
    recorder.append(PacketBlock([[2]]))
    recorder.finish()
    #expect(try scratch.read().payloads == [[1]])
  }
}
