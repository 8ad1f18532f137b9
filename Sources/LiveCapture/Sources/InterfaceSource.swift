package import CaptureFormats
internal import Glibc

/// Captures on interfaces with libpcap, as many as wanted at once.
///
/// Interfaces take turns, so that a busy one does not keep a quiet one waiting; within one, packets
/// come in the order the kernel saw them. Opening needs the right to capture; nothing after it does.
package final class InterfaceSource: LiveSource {
  /// Ends a wait from any thread.
  package let wakeSignal = WakeSignal()

  private let devices: [CaptureDevice]
  private var descriptors: [pollfd]
  private var sink = PacketSink()
  private var turn = 0
  private var events: [String] = []
  private var nextWatch = ContinuousClock.now

  /// Packets in a block: what ``PacketBlock`` has room for from the start.
  private static let packetsInBlock = 4096
  /// How often interfaces are looked at, and the 32-bit counters read before they wrap.
  private static let watchInterval = Duration.milliseconds(500)

  /// Opens the interfaces; packets are kept by the kernel from here on.
  package init(_ settings: CaptureSettings) throws(CaptureFailure) {
    var names: [String] = []
    for name in settings.interfaces where !names.contains(name) { names.append(name) }
    if names.contains("any"), let other = names.first(where: { $0 != "any" }) {
      throw .isPartOfAny(other)
    }
    var devices: [CaptureDevice] = []
    for (index, name) in names.enumerated() {
      devices.append(try CaptureDevice(name, index: UInt32(index), settings))
    }
    self.devices = devices
    descriptors = devices.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    descriptors.append(pollfd(fd: wakeSignal.descriptor, events: Int16(POLLIN), revents: 0))
  }

  package func next(into block: PacketBlock, waiting milliseconds: Int) throws -> LiveArrival {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      read(into: block)
      let now = ContinuousClock.now
      if now >= nextWatch { watch(now) }
      if !block.records.isEmpty { return .packets }
      if sink.hasOverflow { continue }
      if let failure = devices.last?.failure, devices.allSatisfy({ $0.failure != nil }) {
        throw failure
      }
      guard now < deadline else { return .nothing }
      if wait(for: min(deadline - now, max(.zero, nextWatch - now))) { return .nothing }
    }
  }

  package func wake() { wakeSignal.send() }

  package var filteredOut: UInt64 { 0 }

  package func takeEvents() -> [String] {
    defer { events.removeAll() }
    return events
  }

  /// Gives every interface its share of the block, beginning with another one each time: the first
  /// may fill it.
  private func read(into block: PacketBlock) {
    sink.begin(block)
    let share = max(1, Self.packetsInBlock / max(1, devices.count))
    for offset in devices.indices {
      let device = devices[(turn + offset) % devices.count]
      if sink.hasOverflow { break }
      if let event = device.read(into: block, through: &sink, atMost: share) {
        events.append(event)
      }
    }
    turn = devices.isEmpty ? 0 : (turn + 1) % devices.count
  }

  private func watch(_ now: ContinuousClock.Instant) {
    for device in devices {
      _ = device.counters()
      if let event = device.watch() { events.append(event) }
    }
    nextWatch = now + Self.watchInterval
  }

  /// Waits for packets; true if woken.
  private func wait(for time: Duration) -> Bool {
    for index in devices.indices { descriptors[index].fd = devices[index].descriptor }
    let (seconds, attoseconds) = time.components
    // Rounded up: waiting less than a millisecond is a busy loop.
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    let ready = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: milliseconds))
    guard ready > 0 else { return false }
    // An error is what the kernel says first when an interface goes.
    if descriptors.contains(where: { $0.revents & Int16(POLLERR) != 0 }) { nextWatch = .now }
    return descriptors[devices.count].revents != 0 && wakeSignal.take()
  }
}

// MARK: - What it says of itself

extension InterfaceSource {
  /// One summary for all interfaces; asks the kernel for its counters.
  package var files: [CaptureFileSummary] {
    var summary = CaptureFileSummary(
      name: devices.map(\.name).joined(separator: ", "), format: "live")
    summary.timePrecision = devices.contains { $0.hasNanoseconds } ? "ns" : "us"
    summary.snapLength = devices.map(\.snapLength).max() ?? 0
    summary.packets = sink.delivered
    for device in devices {
      for linkType in device.linkTypes where !summary.linkTypes.contains(linkType.description) {
        summary.linkTypes.append(linkType.description)
      }
      let counters = device.counters()
      summary.interfaces.append(
        CaptureInterfaceSummary(
          name: device.name, linkType: device.linkType.description, received: counters.received,
          dropped: counters.dropped + counters.droppedByInterface))
    }
    return [summary]
  }

  /// As a file describes them that their packets are saved to.
  package var recordedInterfaces: [PcapNGInterface] {
    devices.map { device in
      PcapNGInterface(
        linkType: device.linkType, snapLength: device.snapLength, name: device.name,
        filter: device.settings.filter)
    }
  }

  /// Asks the kernel for its counters, too.
  package var interfaces: [InterfaceStatus] {
    devices.map { device in
      var status = InterfaceStatus(name: device.name, linkType: device.linkType.description)
      let counters = device.counters()
      status.state = device.failure == nil ? device.state : .gone
      status.received = counters.received
      status.dropped = counters.dropped
      status.droppedByInterface = counters.droppedByInterface
      return status
    }
  }
}
