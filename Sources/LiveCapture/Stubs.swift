package import CaptureFormats
package struct CaptureSettings: Sendable {
  package init(interfaces: [String], filter: String?, snapLength: Int, bufferBytes: Int, isPromiscuous: Bool) {}
}
package final class InterfaceSource: LiveSource {
  package init(_ s: CaptureSettings) throws {}
  package func next(into block: PacketBlock, waiting milliseconds: Int) throws -> LiveArrival { .ended }
  package func wake() {}
  package var files: [CaptureFileSummary] { [] }
  package var interfaces: [InterfaceStatus] { [] }
  package var filteredOut: UInt64 { 0 }
  package func takeEvents() -> [String] { [] }
}
package enum SandboxPolicy: String, CaseIterable, Sendable { case strict, best, off }
package struct Sandbox { package static func enter(policy: SandboxPolicy, user: String?, writable: [String], readable: [String]) throws -> [String] { [] } }
package struct RotationRule: Sendable { package init?(argument: String) {} }
package struct RecordingSettings: Sendable { package init(path: String, rotation: RotationRule?, keep: Int?) {} }
package struct RecordingStatus: Sendable { package var files: [String] = []; package var notices: [String] = [] }
package final class CaptureRecorder: Sendable {
  package init(_ s: RecordingSettings, application: String) throws {}
  package func append(_ block: PacketBlock) {}
  package func finish() {}
  package func takeEvents() -> [String] { [] }
  package var status: RecordingStatus { .init() }
}
