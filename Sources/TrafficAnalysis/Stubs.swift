package import CaptureFormats
package struct WindowOptions: Sendable { package init(nanoseconds: Int64) {} }
package struct WindowState: Sendable { package func snapshot(files: [CaptureFileSummary], filter: String?) -> Snapshot { Snapshot() } }
extension TrafficAnalyzer {
  package convenience init(options: AnalysisOptions, window: WindowOptions) { self.init(options: options) }
  package func windowState(now: Timestamp) -> WindowState { WindowState() }
}
