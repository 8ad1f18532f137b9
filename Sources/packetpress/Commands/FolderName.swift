import CaptureFormats
import Charts

/// Names of folders.
enum FolderName {
  /// The folder that a file lies in.
  static func of(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A moment as a name, in UTC: "2026-11-23T10-00-00Z".
  static func of(_ time: Timestamp) -> String {
    ClockFormat.rfc3339(time).prefix(19).replacing(":", with: "-") + "Z"
  }
}
