import Foundation
import TestSupport

/// What a report on a sample must not show when it is anonymized: as tshark reads it out of the packets, and
/// as the plain report has it.
struct Secrets {
  private(set) var addresses: Set<String> = []
  private(set) var adapters: Set<String> = []
  private(set) var names: Set<String> = []
  /// The plain report, which shows them.
  let plainText: String
  /// The addresses and adapters as they lie in packets.
  private var binary: Set<Data> = []

  private static let fields = [
    "ip.src", "ip.dst", "ipv6.src", "ipv6.dst", "eth.src", "eth.dst", "arp.src.proto_ipv4",
    "arp.dst.proto_ipv4", "arp.src.hw_mac", "icmpv6.nd.ns.target_address",
    "icmpv6.opt.linkaddr", "icmpv6.opt.prefix", "dns.qry.name", "dns.a", "dns.aaaa",
    "dns.ptr.domain_name", "tls.handshake.extensions_server_name", "http.host",
    "http.user_agent", "http.request.uri", "dhcp.option.hostname", "dhcp.hw.mac_addr",
    "dhcp.ip.your", "dhcp.option.dhcp_server_id", "dhcp.option.vendor_class_id",
    "x509sat.uTF8String", "ssh.protocol", "frame.interface_name",
  ]

  /// Texts under these keys of report.json.
  private static let keys: Set<String> = [
    "address", "client", "server", "source", "destination", "mac", "server_name", "host",
    "host_name", "user_agent", "target", "subject", "common_name", "fingerprint",
    "serial_number", "sha256", "domain", "vendor_class",
  ]

  init(_ sample: String) throws {
    let path = Project.sample(sample).path
    let plain = try PacketpressBinary.run([
      "analyze", path, "--stdout", "json", "--max-rows", "0",
    ])
    plainText = plain.text.lowercased()
    let list = Self.fields.flatMap { ["-e", $0] }
    let output = try Tool("tshark")?.run(
      ["-n", "-r", path, "-T", "fields", "-E", "separator=/t", "-E", "aggregator=|"] + list)
    for value in output?.text.split(whereSeparator: { "\t\n|".contains($0) }) ?? [] {
      add(String(value))
    }
    addReport(try JSONSerialization.jsonObject(with: plain.output))
    addresses = addresses.filter { !Self.isOfNobody($0) }
    adapters = adapters.filter { $0 != "00:00:00:00:00:00" && !Self.isGroup($0) }
    // Shorter ones, and words of protocols, are in any text; so is what a target begins with.
    // What is no UTF-8 looks like any bytes that are none.
    names = names.filter { name in
      name.utf8.count > 3 && !["eth0", "localhost", "/dev"].contains(name)
        && name.contains { $0 != "\u{FFFD}" }
    }
    binary = Set(addresses.compactMap(Self.bytes) + adapters.compactMap(Self.bytes))
  }

  private mutating func addReport(_ value: Any, _ key: String = "") {
    if let object = value as? [String: Any] {
      for (key, value) in object { addReport(value, key) }
    } else if let list = value as? [Any] {
      for value in list { addReport(value, key) }
    } else if let text = value as? String, Self.keys.contains(key) {
      // Of a name, "source" says by which protocol it was learned.
      if key != "source" || Self.bytes(text) != nil { add(text) }
    }
  }

  private mutating func add(_ text: String) {
    let text = text.lowercased()
    switch Self.bytes(text)?.count {
    case 4, 16: addresses.insert(text)
    case 6: adapters.insert(text)
    default: names.insert(text)
    }
  }

  // MARK: - Looking for them

  /// What is found in a text of lower-case letters.
  func found(in text: String) -> [String] {
    let bytes = Data(text.utf8)
    let whole = addresses.filter { address in
      let length = address.utf8.count
      // Not as a part of another address.
      return Self.places(of: Array(address.utf8), in: bytes).contains { place in
        let before = place > 0 ? bytes[place - 1] : 0
        let after = place + length < bytes.count ? bytes[place + length] : 0
        return !Self.isOfAddresses(before) && (!Self.isOfAddresses(after) || after == 0x2E)
      }
    }
    let others = adapters.union(names).filter {
      !Self.places(of: Array($0.utf8), in: bytes).isEmpty
    }
    return whole.union(others).sorted()
  }

  private static func places(of part: [UInt8], in bytes: Data) -> [Int] {
    var places: [Int] = []
    var start = bytes.startIndex
    while let range = bytes.range(of: Data(part), in: start..<bytes.endIndex) {
      places.append(range.lowerBound)
      start = range.lowerBound + 1
    }
    return places
  }

  private static func isOfAddresses(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || byte == 0x2E || byte == 0x3A
  }

  /// Those that are found as they lie in packets.
  func found(in packets: Data) -> [String] {
    binary.filter { !Self.places(of: Array($0), in: packets).isEmpty }
      .map { bytes in bytes.map { "\($0)" }.joined(separator: " ") }
  }

  // MARK: - Reading them

  private static func bytes(_ text: String) -> Data? {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Data($0) } }
    var six = in6_addr()
    if inet_pton(AF_INET6, text, &six) == 1 { return withUnsafeBytes(of: six) { Data($0) } }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let pairs = parts.compactMap { $0.utf8.count == 2 ? UInt8($0, radix: 16) : nil }
    return parts.count == 6 && pairs.count == 6 ? Data(pairs) : nil
  }

  /// Multicast, loopback, broadcast and none stay, as they stand for everybody.
  private static func isOfNobody(_ address: String) -> Bool {
    guard let first = bytes(address)?.first else { return true }
    return ["::", "::1", "0.0.0.0", "255.255.255.255"].contains(address)
      || (address.contains(":") ? first == 0xFF : first == 127 || (224..<240).contains(first))
  }

  private static func isGroup(_ adapter: String) -> Bool { (bytes(adapter)?.first ?? 0) & 1 == 1 }
}
