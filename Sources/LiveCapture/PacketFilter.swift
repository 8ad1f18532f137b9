internal import CPcap
package import CaptureFormats

/// A filter in libpcap's syntax (`pcap-filter(7)`), compiled for every link type that is met.
@safe package final class PacketFilter {
  package let expression: String
  private var programs: [LinkType: Program] = [:]

  /// What is wrong with an expression, in libpcap's words.
  package struct SyntaxError: Error, CustomStringConvertible {
    package var description: String
  }

  /// Throws if the expression is wrong; it is tried on Ethernet first.
  package init(_ expression: String) throws(SyntaxError) {
    self.expression = expression
    programs[.ethernet] = try Program(expression, linkType: .ethernet)
  }

  /// True if the filter lets the packet through; link types it cannot be compiled for let nothing through.
  package func matches(_ record: PacketRecord, _ bytes: [UInt8]) -> Bool {
    program(for: record.linkType)?.matches(record, bytes) ?? false
  }

  private func program(for linkType: LinkType) -> Program? {
    if let known = programs[linkType] { return known.isUsable ? known : nil }
    let program = (try? Program(expression, linkType: linkType)) ?? Program.unusable
    programs[linkType] = program
    return program.isUsable ? program : nil
  }
}

/// One compiled program.
@safe private final class Program {
  private var code = unsafe bpf_program()
  let isUsable: Bool

  static var unusable: Program { Program() }

  private init() { isUsable = false }

  init(_ expression: String, linkType: LinkType) throws(PacketFilter.SyntaxError) {
    isUsable = true
    guard let handle = unsafe pcap_open_dead(linkType.dataLink, 262_144) else {
      throw PacketFilter.SyntaxError(description: "no memory")
    }
    defer { unsafe pcap_close(handle) }
    guard unsafe pcap_compile(handle, &code, expression, 1, PCAP_NETMASK_UNKNOWN) == 0 else {
      throw PacketFilter.SyntaxError(description: unsafe String(cString: pcap_geterr(handle)))
    }
  }

  deinit { if isUsable { unsafe pcap_freecode(&code) } }

  func matches(_ record: PacketRecord, _ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      let range = record.offset..<record.offset + record.capturedLength
      guard range.upperBound <= buffer.count else { return false }
      var header = pcap_pkthdr()
      header.caplen = UInt32(record.capturedLength)
      header.len = record.originalLength
      guard let start = buffer.baseAddress else { return false }
      let frame = unsafe (start + record.offset).assumingMemoryBound(to: UInt8.self)
      return unsafe pcap_offline_filter(&code, &header, frame) != 0
    }
  }
}
