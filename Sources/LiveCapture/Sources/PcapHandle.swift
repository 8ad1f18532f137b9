internal import CPcap
internal import CaptureFormats
internal import Glibc

/// An activated capture of libpcap on one interface.
@safe final class PcapHandle {
  let pointer: OpaquePointer
  let name: String
  /// What `poll(2)` waits for.
  let descriptor: Int32
  let linkType: LinkType
  let snapLength: UInt32
  let hasNanoseconds: Bool

  /// How long the kernel keeps packets in a block that is not full: long enough for a slow network
  /// to fill more than one packet into it, short enough not to be noticed.
  private static let blockTimeout: Int32 = 100

  init(_ name: String, _ settings: CaptureSettings) throws(CaptureFailure) {
    self.name = name
    var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    guard let created = unsafe pcap_create(name, &message) else {
      throw .refused(name, reason: Self.text(message))
    }
    do throws(CaptureFailure) {
      unsafe Self.configure(created, settings)
      try unsafe Self.activate(created, name)
      descriptor = unsafe pcap_get_selectable_fd(created)
      guard unsafe descriptor >= 0 && pcap_setnonblock(created, 1, &message) == 0 else {
        throw .refused(name, reason: "libpcap cannot wait for its packets")
      }
    } catch {
      unsafe pcap_close(created)
      throw error
    }
    // As tcpdump does: the newer header tells the interface. Libraries before 1.10 lack it.
    if name == "any" { _ = unsafe pcap_set_datalink(created, DLT_LINUX_SLL2) }
    unsafe pointer = created
    unsafe linkType = LinkType(dataLink: pcap_datalink(created))
    unsafe snapLength = UInt32(clamping: pcap_snapshot(created))
    unsafe hasNanoseconds = pcap_get_tstamp_precision(created) == PCAP_TSTAMP_PRECISION_NANO
  }

  deinit { unsafe pcap_close(pointer) }

  private static func configure(_ handle: OpaquePointer, _ settings: CaptureSettings) {
    unsafe pcap_set_snaplen(handle, Int32(clamping: settings.snapLength))
    unsafe pcap_set_promisc(handle, settings.isPromiscuous ? 1 : 0)
    unsafe pcap_set_timeout(handle, blockTimeout)
    unsafe pcap_set_buffer_size(handle, Int32(clamping: settings.bufferBytes))
    // Refused by what has only microseconds, which then stay.
    unsafe pcap_set_tstamp_precision(handle, PCAP_TSTAMP_PRECISION_NANO)
  }

  private static func activate(_ handle: OpaquePointer, _ name: String) throws(CaptureFailure) {
    let status = unsafe pcap_activate(handle)
    // Positive numbers are warnings: no promiscuous mode on "any".
    guard status < 0 else { return }
    let existing = (try? NetworkInterface.all().map(\.name)) ?? []
    switch status {
    case PCAP_ERROR_NO_SUCH_DEVICE:
      throw .noSuchInterface(name, existing: existing.filter(isInterface))
    case PCAP_ERROR_PERM_DENIED, PCAP_ERROR_PROMISC_PERM_DENIED:
      // The system asks for the permission first.
      guard existing.contains(name) else {
        throw .noSuchInterface(name, existing: existing.filter(isInterface))
      }
      throw .notPermitted(name, program: CapturePrivilege.program)
    case PCAP_ERROR_IFACE_NOT_UP:
      throw .isDown(name)
    default:
      let reason = unsafe String(cString: pcap_geterr(handle))
      let general = unsafe String(cString: pcap_statustostr(status))
      throw .refused(name, reason: reason.isEmpty ? general : reason)
    }
  }

  /// Not the USB, D-Bus and firewall logs that libpcap lists as well.
  private static func isInterface(_ name: String) -> Bool {
    unsafe name == "any" || if_nametoindex(name) != 0
  }

  private static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

// MARK: - What an open one does

extension PcapHandle {
  /// In libpcap's words.
  var latestError: String { unsafe String(cString: pcap_geterr(pointer)) }

  /// Nil where nobody counts.
  var counters: CaptureCounters.Reading? {
    var statistics = pcap_stat()
    guard unsafe pcap_stats(pointer, &statistics) == 0 else { return nil }
    return CaptureCounters.Reading(
      received: statistics.ps_recv, dropped: statistics.ps_drop,
      droppedByInterface: statistics.ps_ifdrop)
  }

  /// Makes the kernel apply a filter to packets of `linkType`, which may have changed since the start.
  func apply(filter: String, linkType: LinkType) throws(CaptureFailure) {
    var code = unsafe bpf_program()
    let isOwn = linkType == self.linkType
    // The open capture compiles best: it knows where this system keeps VLAN tags.
    let compiler = unsafe isOwn ? pointer : pcap_open_dead(linkType.dataLink, Int32(snapLength))
    guard let compiler = unsafe compiler else { throw .refused(name, reason: "no memory") }
    defer { if !isOwn { unsafe pcap_close(compiler) } }
    guard unsafe pcap_compile(compiler, &code, filter, 1, PCAP_NETMASK_UNKNOWN) == 0 else {
      let reason = unsafe String(cString: pcap_geterr(compiler))
      throw .wrongFilter(filter, interface: name, reason: reason)
    }
    defer { unsafe pcap_freecode(&code) }
    guard unsafe pcap_setfilter(pointer, &code) == 0 else {
      throw .wrongFilter(filter, interface: name, reason: latestError)
    }
  }
}
