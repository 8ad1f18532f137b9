import ArgumentParser
import CaptureFormats
import Crypto

/// When the SHA-256 of the captures is taken.
enum HashPolicy: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  private static let autoLimit: UInt64 = 64 << 20

  func apply(to files: inout [CaptureFileSummary]) {
    for index in files.indices {
      let size = files[index].bytesOnDisk ?? .max
      guard self != .never, files[index].name != "standard input",
        self == .always || size <= Self.autoLimit
      else { continue }
      files[index].sha256 = Self.hash(path: files[index].name)
    }
  }

  private static func hash(path: String) -> String? {
    guard let input = try? FileInput(path: path) else { return nil }
    var function = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while let count = try? input.read(into: &buffer, from: 0), count > 0 {
      function.update(data: buffer[..<count])
    }
    return function.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
