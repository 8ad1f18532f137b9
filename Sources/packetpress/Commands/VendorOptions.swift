import ArgumentParser
import Glibc
import MACVendors
import TrafficAnalysis

/// Where the makers of network adapters are looked up.
struct VendorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "List of makers of network adapters: auto (the system's, if it has one), none, or a file.",
      valueName: "FILE"))
  var macVendors = "auto"

  /// Opens the list; one that was named and is not there ends the command.
  func directory() throws -> (any VendorDirectory)? {
    switch macVendors {
    case "none": return nil
    case "auto": return VendorList.ofSystem()
    default:
      if let list = VendorList(path: macVendors) { return list }
      let reason = unsafe String(cString: strerror(errno)).lowercased()
      throw CommandFailure(
        "cannot read the list of makers \(macVendors): \(reason); "
          + "--mac-vendors takes auto, none or a file")
    }
  }
}
