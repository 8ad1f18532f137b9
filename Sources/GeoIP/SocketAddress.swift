internal import Glibc
internal import PacketDecoding

/// Addresses in the form that C libraries take.
enum SocketAddress {
  static func with<Result>(
    _ address: IPAddress, _ body: (UnsafePointer<sockaddr>) -> Result
  ) -> Result {
    if address.isIPv4 {
      var socket = sockaddr_in()
      socket.sin_family = sa_family_t(AF_INET)
      socket.sin_addr.s_addr = UInt32(truncatingIfNeeded: address.low).bigEndian
      return unsafe withUnsafePointer(to: &socket) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0) }
      }
    }
    var socket = sockaddr_in6()
    socket.sin6_family = sa_family_t(AF_INET6)
    unsafe withUnsafeMutableBytes(of: &socket.sin6_addr) { bytes in
      unsafe bytes.storeBytes(of: address.high.bigEndian, as: UInt64.self)
      unsafe bytes.storeBytes(of: address.low.bigEndian, toByteOffset: 8, as: UInt64.self)
    }
    return unsafe withUnsafePointer(to: &socket) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0) }
    }
  }
}
