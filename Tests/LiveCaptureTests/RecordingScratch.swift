import CaptureFormats
import Foundation
import LiveCapture
import TestSupport
import Testing

/// A directory for the files of one recording, removed with the value that owns it.
final class RecordingScratch {
  let path: String
  private let isMounted: Bool

  /// With a size it is a disk of its own, which only root can make.
  init(diskSize: String? = nil) throws {
    path = FileManager.default.temporaryDirectory.path + "/packetpress-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    isMounted = diskSize != nil
    if let diskSize {
      _ = try filter([], through: ["mount", "-t", "tmpfs", "-o", "size=\(diskSize)", "test", path])
    }
  }

  deinit {
    if isMounted { _ = try? filter([], through: ["umount", path]) }
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String) {
    #expect(FileManager.default.createFile(atPath: file(name), contents: Data(bytes)))
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  func size(_ name: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file(name))
    return attributes?[.size] as? Int ?? -1
  }

  /// A recorder of one Ethernet interface that writes here.
  func recorder(
    _ name: String = "web.pcapng", rotation: RotationRule? = nil, keep: Int? = nil,
    queueLimit: Int = 32 << 20
  ) throws -> CaptureRecorder {
    try CaptureRecorder(
      RecordingSettings(path: file(name), rotation: rotation, keep: keep),
      interfaces: [PcapNGInterface(linkType: .ethernet, name: "eth0")],
      application: "Packetpress test", queueLimit: queueLimit)
  }

  func read(_ name: String = "web.pcapng") throws -> SavedCapture { try SavedCapture(file(name)) }
}

/// What a file holds.
struct SavedCapture {
  var payloads: [[UInt8]] = []
  var records: [PacketRecord] = []
  var summary: CaptureFileSummary

  init(_ path: String) throws {
    let capture = try CaptureFile(path: path)
    let block = PacketBlock()
    while try capture.next(into: block) {
      records += block.records
      payloads += block.records.map {
        Array(block.bytes[$0.offset..<$0.offset + $0.capturedLength])
      }
    }
    summary = capture.summary
  }
}

extension PacketBlock {
  /// Packets of one interface, one after the other.
  convenience init(
    _ payloads: [[UInt8]], linkType: LinkType = .ethernet, interface: UInt32 = 0
  ) {
    self.init(capacity: 0)
    for payload in payloads {
      records.append(
        PacketRecord(
          time: Timestamp(seconds: 1_700_000_000, nanoseconds: Int64(records.count)),
          offset: bytes.count, capturedLength: payload.count,
          originalLength: UInt32(payload.count), linkType: linkType, interface: interface))
      bytes += payload
    }
  }
}

/// Waits until `condition` holds, at most five seconds.
func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
  for _ in 0..<250 {
    if try condition() { return true }
    usleep(20_000)
  }
  return try condition()
}
