internal import Glibc
package import PacketDecoding
internal import Synchronization
internal import TrafficAnalysis

/// A list of the makers of network adapters as Wireshark, nmap, arp-scan or the IEEE have it.
///
/// It is opened at once, because there may be no right to do so later, and read when it is needed:
/// only what is asked for is kept.
package final class VendorList: VendorDirectory {
  /// Where Debian's packages put their lists; those with more ranges first.
  package static let systemPaths = [
    "/usr/share/wireshark/manuf", "/usr/share/ieee-data/oui.csv", "/var/lib/ieee-data/oui.csv",
    "/usr/share/ieee-data/oui.txt", "/var/lib/ieee-data/oui.txt", "/usr/share/hwdata/oui.txt",
    "/usr/share/arp-scan/ieee-oui.txt", "/usr/share/nmap/nmap-mac-prefixes",
  ]
  /// No list is larger.
  private static let largestFile = 64 << 20

  private let descriptor: Int32
  /// What was looked up so far; nil for a range that the list does not have.
  private let known = Mutex<[VendorPrefix: String?]>([:])

  /// Nil if the file cannot be opened; `errno` says why.
  package init?(path: String) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The first of the system's lists that can be read.
  package static func ofSystem() -> VendorList? {
    for path in systemPaths {
      if let list = VendorList(path: path) { return list }
    }
    return nil
  }

  package func vendors(of addresses: Set<MACAddress>) -> [MACAddress: String] {
    known.withLock { known in
      let wanted = Set(addresses.flatMap(VendorPrefix.all)).subtracting(known.keys)
      if !wanted.isEmpty {
        for prefix in wanted { known[prefix] = .some(nil) }
        for (prefix, name) in read(wanted) { known[prefix] = name }
      }
      var result: [MACAddress: String] = [:]
      for address in addresses {
        // The narrowest range is that of who made it.
        for prefix in VendorPrefix.all(of: address) {
          if case .some(.some(let name)) = known[prefix] {
            result[address] = name
            break
          }
        }
      }
      return result
    }
  }

  private func read(_ wanted: Set<VendorPrefix>) -> [VendorPrefix: String] {
    var result: [VendorPrefix: String] = [:]
    let bytes = contents()
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let entry = VendorEntry(line: bytes[start..<end], wanted: wanted) {
        result[entry.prefix] = entry.name
      }
      start = end + 1
    }
    return result
  }

  private func contents() -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size > 0, size <= Self.largestFile else { return [] }
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let more = unsafe pread(descriptor, start + count, size - count, off_t(count))
        guard more > 0 else { return }
        count += more
      }
    }
  }
}
