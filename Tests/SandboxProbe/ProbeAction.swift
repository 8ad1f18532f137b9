import Charts
import Glibc

/// Something to try: a name and what it is done to, "write:/etc/x".
struct ProbeAction {
  let text: String
  private let parts: [Substring]

  init(_ text: String) {
    self.text = text
    parts = text.split(separator: ":")
  }

  var name: Substring { parts[0] }
  var port: UInt16 { UInt16(parts[1]) ?? 0 }

  func perform() -> Bool {
    switch name {
    case "write": write(Array("x".utf8), to: String(parts[1]))
    case "read": unsafe isOpened(open(String(parts[1]), O_RDONLY))
    case "make": unsafe mkdir(String(parts[1]), 0o777) == 0
    case "remove": unsafe remove(String(parts[1])) == 0
    case "rename": unsafe rename(String(parts[1]), String(parts[2])) == 0
    case "truncate": unsafe truncate(String(parts[1]), 0) == 0
    case "root": setuid(0) == 0
    case "connect": unsafe reaches(port, by: connect)
    case "listen": unsafe reaches(port, by: bind)
    case "draw": draw(to: String(parts[1]))
    default: true
    }
  }

  private func isOpened(_ descriptor: Int32) -> Bool {
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    return unsafe Glibc.write(file, bytes, bytes.count) == bytes.count
  }

  /// True unless it is refused; nobody listening is an answer too.
  private func reaches(
    _ port: UInt16, by call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = unsafe withUnsafePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return status == 0 || errno == ECONNREFUSED
  }

  /// Text in two fonts, of which one has what is not Latin.
  private func draw(to path: String) -> Bool {
    var canvas = CairoCanvas(image: Size(300, 80))
    canvas.text("Packets per second", at: Point(10, 30), TextStyle(size: 18, weight: .semibold))
    canvas.text("中文 ← Ελληνικά", at: Point(10, 60), TextStyle(size: 14))
    guard let png = try? canvas.png() else { return false }
    return write(png, to: path)
  }
}
