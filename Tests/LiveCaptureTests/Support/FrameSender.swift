import CLinux
import Glibc

/// Sends frames through an interface, as they are.
final class FrameSender {
  private let descriptor: Int32

  init(_ interface: String) throws {
    descriptor = socket(AF_PACKET, Int32(SOCK_RAW.rawValue), 0)
    var found = linux_interface()
    guard linux_find_interface(descriptor, interface, &found) == 0,
      // Bound to no protocol, so that it receives nothing itself.
      linux_bind_to_interface(descriptor, found.index) == 0
    else { throw NetworkNamespace.Failure(description: "cannot send on \(interface)") }
  }

  deinit { close(descriptor) }

  /// A broadcast of the protocol for local experiments, whose bytes tell its number.
  static func frame(_ number: Int, length: Int = 60, etherType: UInt16 = 0x88B5) -> [UInt8] {
    let header: [UInt8] =
      [UInt8](repeating: 0xFF, count: 6) + [2, 0, 0, 0, 0, 1]
      + [
        UInt8(etherType >> 8), UInt8(etherType & 0xFF), UInt8(number >> 8 & 0xFF),
        UInt8(number & 0xFF),
      ]
    return header + (16..<length).map { UInt8(truncatingIfNeeded: $0 &+ number) }
  }

  func send(_ frame: [UInt8]) throws {
    guard Glibc.send(descriptor, frame, frame.count, 0) == frame.count else {
      throw NetworkNamespace.Failure(description: "cannot send: \(errno)")
    }
  }

  func send(_ numbers: Range<Int>, length: (Int) -> Int = { _ in 60 }) throws {
    for number in numbers { try send(Self.frame(number, length: length(number))) }
  }
}
