import Foundation

/// A request over HTTP to a program on this machine.
struct LocalRequest {
  struct Failed: Error { let reason: String }

  let port: UInt16

  /// Sends an object, and returns the `value` of the answer.
  func send(_ method: String, _ path: String, _ object: [String: Any] = [:]) throws -> Any? {
    let body = method == "POST" ? try JSONSerialization.data(withJSONObject: object) : Data()
    let head = [
      "\(method) \(path) HTTP/1.1", "Host: localhost:\(port)", "Connection: close",
      "Content-Type: application/json; charset=utf-8", "Content-Length: \(body.count)",
    ].joined(separator: "\r\n")
    let answer = try exchange(Data((head + "\r\n\r\n").utf8) + body)
    let value = try JSONSerialization.jsonObject(with: answer) as? [String: Any]
    if let error = value?["value"] as? [String: Any], error["error"] != nil {
      throw Failed(reason: "\(error["error"] ?? ""): \(error["message"] ?? "")")
    }
    return value?["value"]
  }

  private func exchange(_ request: Data) throws -> Data {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failed(reason: "no socket") }
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failed(reason: "cannot connect to port \(port)") }
    let sent = request.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard sent == request.count else { throw Failed(reason: "cannot send") }
    return try body(of: descriptor)
  }

  /// Reads as many bytes as the head promises.
  private func body(of descriptor: Int32) throws -> Data {
    var received = Data()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { throw Failed(reason: "no answer") }
      received += buffer[..<count]
      guard let end = received.firstRange(of: Data("\r\n\r\n".utf8)) else { continue }
      let head = String(decoding: received[..<end.lowerBound], as: UTF8.self).lowercased()
      let length = head.firstMatch(of: /content-length: *(\d+)/).flatMap { Int($0.1) } ?? 0
      let body = received[end.upperBound...]
      if body.count >= length { return Data(body.prefix(length)) }
    }
  }
}
