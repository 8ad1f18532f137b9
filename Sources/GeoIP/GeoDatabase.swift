internal import CMaxMindDB
internal import Glibc
internal import PacketDecoding
internal import TrafficAnalysis

/// One file in the MaxMind DB format, version 2, which stays mapped into memory.
///
/// Looking up changes nothing, so that several threads may do so at once.
@safe final class GeoDatabase: @unchecked Sendable {
  /// In a place of its own, because entries point to it.
  private let database: UnsafeMutablePointer<MMDB_s>
  let description: GeographySummary.Database

  init(path: String) throws(GeoDatabaseError) {
    let database = UnsafeMutablePointer<MMDB_s>.allocate(capacity: 1)
    let status = unsafe MMDB_open(path, UInt32(MMDB_MODE_MMAP), database)
    guard status == MMDB_SUCCESS else {
      let reason = Self.reason(status)
      unsafe database.deallocate()
      throw GeoDatabaseError(path, reason)
    }
    unsafe self.database = unsafe database
    let metadata = unsafe database.pointee.metadata
    let type = unsafe metadata.database_type.map { unsafe String(cString: $0) } ?? ""
    description = GeographySummary.Database(
      type: PrintableText.string(type.utf8.prefix(GeoEntry.textLimit)),
      builtAt: unsafe metadata.build_epoch)
  }

  deinit {
    unsafe MMDB_close(database)
    unsafe database.deallocate()
  }

  private static func reason(_ status: Int32) -> String {
    switch status {
    case MMDB_FILE_OPEN_ERROR, MMDB_IO_ERROR:
      errno == 0 ? "it cannot be read" : unsafe String(cString: strerror(errno)).lowercased()
    case MMDB_INVALID_METADATA_ERROR: "it holds no valid description of itself"
    case MMDB_UNKNOWN_DATABASE_FORMAT_ERROR: "it is of an unknown version"
    case MMDB_CORRUPT_SEARCH_TREE_ERROR, MMDB_INVALID_DATA_ERROR: "it is damaged"
    default: unsafe String(cString: MMDB_strerror(status))
    }
  }

  /// Fills in what is not known yet of an address.
  func addPlace(of address: IPAddress, to place: inout AddressPlace) {
    guard let entry = entry(of: address) else { return }
    if place.country == nil, let country = entry.country {
      place.country = country.code
      place.countryName = country.name
    }
    if place.asNumber == nil, let number = entry.asNumber {
      place.asNumber = number
      place.organisation = entry.organisation
    }
  }

  private func entry(of address: IPAddress) -> GeoEntry? {
    var status: Int32 = 0
    let result = unsafe SocketAddress.with(address) { socket in
      unsafe MMDB_lookup_sockaddr(database, socket, &status)
    }
    guard status == MMDB_SUCCESS, unsafe result.found_entry else { return nil }
    return unsafe GeoEntry(result.entry)
  }
}
