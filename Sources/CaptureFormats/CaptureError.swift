#if canImport(Glibc)
  internal import Glibc
#endif

/// Why a capture could not be read at all; its text says what, where and what to do.
package enum CaptureError: Error, CustomStringConvertible {
  /// The system refused, with its error number.
  case system(path: String, action: String, number: Int32)
  case empty(path: String)
  case notACapture(path: String, firstBytes: [UInt8])
  case unsupported(path: String, reason: String)
  case corrupt(path: String, offset: UInt64, reason: String)
  case noCaptures(path: String)

  package var description: String {
    switch self {
    case .system(let path, let action, let number):
      "cannot \(action) \(path): \(Self.message(number))"
    case .empty(let path):
      "\(path) is empty: expected a pcap or pcapng capture"
    case .notACapture(let path, let bytes):
      "\(path) is not a capture: it begins with \(Self.hex(bytes)), which is neither pcap, pcapng, "
        + "gzip, zstd nor lz4"
    case .unsupported(let path, let reason):
      "\(path): \(reason)"
    case .corrupt(let path, let offset, let reason):
      "\(path) is damaged at byte \(offset): \(reason)"
    case .noCaptures(let path):
      "\(path) holds no captures: no file in this directory begins like pcap or pcapng"
    }
  }

  private static func message(_ number: Int32) -> String {
    switch number {
    case ENOENT: "no such file or directory"
    case EACCES, EPERM: "permission denied; make it readable or run as its owner"
    case EISDIR: "it is a directory"
    default: unsafe String(cString: strerror(number)).lowercased()
    }
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }
}
