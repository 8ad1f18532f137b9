import ArgumentParser
import Glibc
import MACVendors
import TrafficAnalysis

/// Where the makers of network adapters are looked up.
struct VendorOptions: ParsableArguments {
  private static let variable = "PACKETPRESS_MAC_VENDORS"

  @Option(
    help: ArgumentHelp(
      "List of makers of network adapters: auto (the system's, if it has one), none, or a file "
        + "(default: \(variable), or auto).",
      valueName: "FILE"))
  var macVendors: String?

  /// Opens the list; one that was named and is not there ends the command.
  func directory() throws -> (any VendorDirectory)? {
    let given = unsafe getenv(Self.variable).map { unsafe String(cString: $0) }
    let choice = macVendors ?? given ?? "auto"
    switch choice {
    case "none", "": return nil
    case "auto": return VendorList.ofSystem()
    default:
      if let list = VendorList(path: choice) { return list }
      let reason = unsafe String(cString: strerror(errno)).lowercased()
      throw CommandFailure(
        "cannot read the list of makers \(choice): \(reason); --mac-vendors takes auto, none or a file"
      )
    }
  }
}
