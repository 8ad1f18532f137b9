internal import CLinux
internal import Glibc

/// The packet socket below a capture (`packet(7)`), which outlives the interface it is bound to.
///
/// A process that has given up its privileges cannot open another one, but binding this one to an
/// interface that has come back needs none, and its ring stays mapped.
struct PacketSocket {
  let descriptor: Int32

  /// An interface, as the kernel has it now.
  struct Interface {
    var index: Int32
    var isUp: Bool
    var hardware: HardwareType
  }

  /// What it is bound to.
  enum Binding: Equatable {
    case interface(index: Int32)
    case gone
    case every
    /// It is no packet socket: libpcap captures on USB or a firewall's log, too.
    case foreign
  }

  var binding: Binding {
    switch linux_bound_interface(descriptor) {
    case -1: .gone
    case let index where index > 0: .interface(index: index)
    case 0: .every
    default: .foreign
    }
  }

  var isReadable: Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  /// Nil if there is none of that name.
  func find(_ name: String) -> Interface? {
    var found = linux_interface()
    guard unsafe linux_find_interface(descriptor, name, &found) == 0 else { return nil }
    return Interface(
      index: found.index, isUp: found.flags & UInt32(IFF_UP) != 0,
      hardware: HardwareType(rawValue: found.hardware))
  }

  /// False if the interface has gone again.
  func bind(to interface: Interface, promiscuous: Bool) -> Bool {
    guard linux_bind_to_interface(descriptor, interface.index) == 0 else { return false }
    // Not vital: packets of others are missing without it.
    if promiscuous { _ = linux_make_promiscuous(descriptor, interface.index) }
    return true
  }
}
