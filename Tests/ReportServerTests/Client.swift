import Foundation

/// A TCP connection to the server; every read fails after five seconds.
final class Client {
  private let descriptor: Int32
  private(set) var received: [UInt8] = []

  init(port: UInt16, receiveBuffer: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    if var receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, 4)
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw ClientError(description: "no connection: \(errno)") }
  }

  deinit { close(descriptor) }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL.rawValue))
  }

  /// Reads once; false at the end of the connection.
  func readMore() throws -> Bool {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    if count < 0, errno == EAGAIN { throw ClientError(description: "nothing came for 5 s") }
    received += chunk.prefix(max(count, 0))
    return count > 0
  }

  /// Reads until `text` has come, and takes everything up to its end.
  @discardableResult
  func read(until text: String) throws -> String {
    while true {
      if let range = Data(received).range(of: Data(text.utf8)) {
        defer { received.removeFirst(range.upperBound) }
        return String(decoding: received[..<range.upperBound], as: UTF8.self)
      }
      guard try readMore() else { throw ClientError(description: "the connection ended") }
    }
  }

  func readResponse(hasBody: Bool = true) throws -> Answer {
    var answer = Answer(head: try read(until: "\r\n\r\n"))
    guard hasBody, let length = answer["content-length"].flatMap({ Int($0) }) else { return answer }
    while received.count < length {
      guard try readMore() else { throw ClientError(description: "the body ended early") }
    }
    answer.body = Array(received[..<length])
    received.removeFirst(length)
    return answer
  }

  /// Waits for the end of the connection; true if it came within `seconds`.
  func isClosed(within seconds: Double) -> Bool {
    let start = ContinuousClock.now
    while let more = try? readMore(), more {}
    return ContinuousClock.now - start < .seconds(seconds)
  }
}

struct ClientError: Error {
  var description: String
}

/// A response as it came.
struct Answer {
  let status: Int
  private let fields: [(name: String, value: String)]
  var body: [UInt8] = []

  init(head: String) {
    let lines = head.components(separatedBy: "\r\n")
    status = Int(lines[0].split(separator: " ")[1])!
    fields = lines.dropFirst().filter { !$0.isEmpty }.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (parts[0].lowercased(), parts[1].trimmingCharacters(in: .whitespaces))
    }
  }

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  var names: [String] { fields.map(\.name) }
  var text: String { String(decoding: body, as: UTF8.self) }
}
