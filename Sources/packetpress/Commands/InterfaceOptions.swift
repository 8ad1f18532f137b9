import ArgumentParser

/// What is captured on, and how.
struct InterfaceOptions: ParsableArguments {
  @Option(
    name: [.customShort("i"), .long],
    help: ArgumentHelp(
      "Capture on this interface; may be repeated, and 'any' takes all.", valueName: "NAME"))
  var interface: [String] = []

  @Option(help: ArgumentHelp("Bytes kept of a packet.", valueName: "BYTES"))
  var snapLength = 262_144

  @Flag(inversion: .prefixedNo, help: "Also packets that are not for this machine.")
  var promiscuous = true

  mutating func validate() throws {
    guard (64...262_144).contains(snapLength) else {
      throw ValidationError("--snap-length takes a number from 64 to 262144")
    }
    if Set(interface).count != interface.count {
      throw ValidationError("an interface is named twice")
    }
  }
}
