import ArgumentParser
import LiveCapture

/// What is captured on, and how.
struct InterfaceOptions: ParsableArguments {
  @Option(
    name: [.customShort("i"), .long],
    help: ArgumentHelp(
      "Capture on this interface; may be repeated, and 'any' takes all.", valueName: "NAME"))
  var interface: [String] = []

  @Option(help: ArgumentHelp("Bytes kept of a packet.", valueName: "BYTES"))
  var snapLength = 262_144

  @Option(
    help: ArgumentHelp(
      "Memory in the kernel for packets that wait, for each interface.", valueName: "SIZE"))
  var buffer = ByteCount(bytes: 64 << 20, text: "64MiB")

  @Flag(inversion: .prefixedNo, help: "Also packets that are not for this machine.")
  var promiscuous = true

  mutating func validate() throws {
    guard (64...262_144).contains(snapLength) else {
      throw ValidationError("--snap-length takes a number from 64 to 262144")
    }
    guard (1_000_000...2 << 30).contains(buffer.bytes) else {
      throw ValidationError("--buffer takes a size from 1MB to 2GiB")
    }
    if Set(interface).count != interface.count {
      throw ValidationError("an interface is named twice")
    }
  }

  /// How these interfaces are opened.
  func settings(filter: String?) -> CaptureSettings {
    var settings = CaptureSettings(interfaces: interface, filter: filter)
    settings.snapLength = snapLength
    settings.bufferBytes = buffer.bytes
    settings.isPromiscuous = promiscuous
    return settings
  }
}
