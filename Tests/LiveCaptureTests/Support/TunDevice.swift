import Glibc

/// An interface without Ethernet (`/dev/net/tun`), there as long as this lives.
final class TunDevice {
  static let isAvailable = access("/dev/net/tun", R_OK | W_OK) == 0

  private let descriptor: Int32

  init(_ name: String) throws {
    descriptor = open("/dev/net/tun", O_RDWR | O_CLOEXEC)
    // struct ifreq: the name, then IFF_TUN | IFF_NO_PI.
    var request = [UInt8](repeating: 0, count: 40)
    request.replaceSubrange(0..<name.utf8.count, with: name.utf8)
    request[16] = 0x01
    request[17] = 0x10
    let setInterface: UInt = 0x4004_54CA
    guard ioctl(descriptor, setInterface, &request) == 0 else {
      throw NetworkNamespace.Failure(description: "no tun device")
    }
    try NetworkNamespace.ip("link set \(name) up")
  }

  deinit { close(descriptor) }

  /// Makes it arrive on the interface.
  func receive(_ packet: [UInt8]) {
    _ = write(descriptor, packet, packet.count)
  }
}
