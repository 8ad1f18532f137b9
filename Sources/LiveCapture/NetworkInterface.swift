internal import CPcap
internal import Glibc

/// An interface that libpcap can capture on.
package struct NetworkInterface: Sendable {
  package var name: String
  package var description: String?
  package var addresses: [String]
  package var isUp: Bool
  package var isLoopback: Bool
  package var isWireless: Bool

  package struct ListError: Error, CustomStringConvertible {
    package var description: String
  }

  /// All interfaces of this machine, in the system's order.
  package static func all() throws(ListError) -> [NetworkInterface] {
    var first: UnsafeMutablePointer<pcap_if_t>?
    unsafe first = nil
    var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    guard unsafe pcap_findalldevs(&first, &message) == 0 else {
      let text = String(
        decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw ListError(description: "cannot list interfaces: \(text)")
    }
    defer { unsafe pcap_freealldevs(first) }
    var result: [NetworkInterface] = []
    var next = unsafe first
    while let entry = unsafe next {
      unsafe result.append(NetworkInterface(entry.pointee))
      unsafe next = entry.pointee.next
    }
    return result
  }

  private init(_ entry: pcap_if_t) {
    unsafe name = String(cString: entry.name)
    unsafe description = entry.description.map { unsafe String(cString: $0) }
    let flags = unsafe entry.flags
    isUp = flags & UInt32(PCAP_IF_UP) != 0
    isLoopback = flags & UInt32(PCAP_IF_LOOPBACK) != 0
    isWireless = flags & UInt32(PCAP_IF_WIRELESS) != 0
    addresses = []
    var next = unsafe entry.addresses
    while let address = unsafe next {
      if let text = unsafe Self.text(address.pointee.addr) { addresses.append(text) }
      unsafe next = address.pointee.next
    }
  }

  private static func text(_ address: UnsafeMutablePointer<sockaddr>?) -> String? {
    guard let address = unsafe address else { return nil }
    let family = unsafe Int32(address.pointee.sa_family)
    let length: Int
    switch family {
    case AF_INET: length = MemoryLayout<sockaddr_in>.size
    case AF_INET6: length = MemoryLayout<sockaddr_in6>.size
    default: return nil
    }
    var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    let status = unsafe getnameinfo(
      address, socklen_t(length), &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST)
    guard status == 0 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// What this process may do, and what it lacks to capture.
package enum CapturePrivilege {
  /// Where the running program lies, as `setcap` must be told.
  static var program: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    return String(
      decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Nil if interfaces can be opened; else what is missing and the command that gives it.
  package static func missing(program: String) -> String? {
    var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    guard let handle = unsafe pcap_create("any", &message) else { return "libpcap is not usable" }
    defer { unsafe pcap_close(handle) }
    let status = unsafe pcap_activate(handle)
    guard status == PCAP_ERROR_PERM_DENIED || status == PCAP_ERROR_PROMISC_PERM_DENIED else {
      return nil
    }
    return "no permission to capture; run as root, or: sudo setcap cap_net_raw=ep \(program)"
  }
}
