internal import CaptureFormats

/// One interface that is captured on: its packets, its counters, its comings and goings.
final class CaptureDevice {
  let name: String
  private(set) var linkType: LinkType
  /// All that were met, in order of appearance.
  private(set) var linkTypes: [LinkType]
  private(set) var state = InterfaceStatus.State.up
  /// Why nothing will come from it any more.
  private(set) var failure: CaptureFailure?

  private let handle: PcapHandle
  private let socket: PacketSocket
  let settings: CaptureSettings
  /// Its place among the interfaces of the source.
  private let index: UInt32
  private let isWatched: Bool
  /// What was last said of an interface that came back and cannot be taken.
  private var refusal: String?
  /// The link type that users know of.
  private var announced: LinkType
  private var counted = CaptureCounters()

  init(_ name: String, index: UInt32, _ settings: CaptureSettings) throws(CaptureFailure) {
    self.name = name
    self.index = index
    self.settings = settings
    handle = try PcapHandle(name, settings)
    socket = PacketSocket(descriptor: handle.descriptor)
    linkType = handle.linkType
    linkTypes = [linkType]
    announced = linkType
    isWatched = socket.binding != .none
    if let filter = settings.filter {
      try handle.apply(filter: filter, linkType: handle.linkType)
    }
  }

  var snapLength: UInt32 { handle.snapLength }
  var hasNanoseconds: Bool { handle.hasNanoseconds }

  /// What `poll(2)` waits for; it passes over -1.
  var descriptor: Int32 { failure == nil ? handle.descriptor : -1 }

  /// The kernel's counters, asked for now.
  func counters() -> CaptureCounters {
    if let reading = handle.counters { counted.add(reading) }
    return counted
  }

  /// Takes packets into `block`; says what happened to the interface, if anything.
  func read(into block: PacketBlock, through sink: inout PacketSink, atMost count: Int) -> String? {
    guard failure == nil else { return nil }
    let status = sink.take(
      from: handle, linkType: linkType, interface: index, atMost: count, into: block)
    // Stopping is what the sink asks for when a block is full.
    guard status < 0, status != PacketSink.stopped else { return nil }
    let reason = handle.latestError
    if isWatched {
      let event = watch()
      if event != nil || state != .up { return event }
    }
    failure = .refused(name, reason: reason)
    return "\(name) can no longer be captured on: \(reason)"
  }
}

// MARK: - Down, gone and back

extension CaptureDevice {
  /// Looks how the interface stands, and takes it up again when it has come back; says what changed.
  func watch() -> String? {
    guard isWatched, failure == nil else { return nil }
    guard let found = socket.find(name) else { return leave(to: .gone, "is gone") }
    if socket.binding != .interface(index: found.index) { return returned(as: found) }
    return found.isUp ? resume() : leave(to: .down, "went down")
  }

  private func leave(to new: InterfaceStatus.State, _ what: String) -> String? {
    defer { state = new }
    return state == .up ? "\(name) \(what); waiting for it" : nil
  }

  private func resume() -> String? {
    guard state != .up else { return nil }
    state = .up
    refusal = nil
    defer { announced = linkType }
    return linkType == announced
      ? "\(name) is back" : "\(name) is back with link type \(linkType), not \(announced)"
  }

  /// Another interface has the name now.
  private func returned(as found: PacketSocket.Interface) -> String? {
    guard let new = linkType(on: found.hardware) else {
      return refuse("hardware type \(found.hardware.rawValue), which needs a new start")
    }
    if new != linkType {
      // What the ring still holds is of the old type: until the next look it will have been read.
      if state == .up { return leave(to: .gone, "is gone") }
      do throws(CaptureFailure) {
        if let filter = settings.filter { try handle.apply(filter: filter, linkType: new) }
      } catch {
        return refuse("link type \(new), for which the filter does not work")
      }
    }
    guard socket.bind(to: found, promiscuous: settings.isPromiscuous) else {
      return leave(to: .gone, "is gone")
    }
    linkType = new
    if !linkTypes.contains(new) { linkTypes.append(new) }
    guard found.isUp else { return leave(to: .down, "went down") }
    return state == .up ? "\(name) was gone for a moment and is back" : resume()
  }

  /// What the open socket delivers from such an interface.
  private func linkType(on hardware: HardwareType) -> LinkType? {
    // A socket that makes up its own header takes any.
    handle.linkType == .linuxSLL || handle.linkType == .linuxSLL2
      ? handle.linkType : hardware.linkType
  }

  private func refuse(_ what: String) -> String? {
    state = .gone
    guard refusal != what else { return nil }
    refusal = what
    return "\(name) is back with \(what); waiting for the old one"
  }
}
