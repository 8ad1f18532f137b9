/// Why a GeoIP database cannot be used, with the remedy.
package struct GeoDatabaseError: Error, CustomStringConvertible {
  package let description: String

  init(_ path: String, _ reason: String) {
    description =
      "cannot use the GeoIP database \(path): \(reason); --geoip takes a file in MaxMind's format (.mmdb)"
  }
}
