import ArgumentParser
import GeoIP
import TrafficAnalysis

/// Databases that say where addresses are.
struct GeoOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Say countries and networks of hosts by this database in MaxMind's format; may be repeated.",
      valueName: "FILE.mmdb"))
  var geoip: [String] = []

  /// Opens the databases; what cannot be used ends the command.
  func locator() throws -> (any AddressLocator)? {
    guard !geoip.isEmpty else { return nil }
    do { return try GeoDatabases(paths: geoip) } catch { throw CommandFailure(error) }
  }
}
