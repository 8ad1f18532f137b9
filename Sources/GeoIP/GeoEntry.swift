internal import CMaxMindDB
internal import PacketDecoding

/// What a database holds of one range of addresses; good as long as its database is open.
@safe struct GeoEntry {
  private let entry: MMDB_entry_s

  /// Texts in a database are cut to this many bytes.
  static let textLimit = 120

  init(_ entry: MMDB_entry_s) { unsafe self.entry = unsafe entry }

  /// Where a host is; else where its range is registered, as for satellites and anycast.
  var country: (code: String, name: String?)? {
    for key in ["country", "registered_country"] {
      if let code = text(key, "iso_code") { return (code, text(key, "names", "en")) }
    }
    // Databases of other makers are flat.
    guard let code = text("country_code") ?? text("country"), code.utf8.count == 2 else {
      return nil
    }
    return (code, text("country_name"))
  }

  var asNumber: UInt32? {
    if let number = number("autonomous_system_number") { return number }
    guard let text = text("asn"), text.hasPrefix("AS") else { return nil }
    return UInt32(text.dropFirst(2))
  }

  var organisation: String? { text("autonomous_system_organization") ?? text("as_name") }

  private func number(_ key: String) -> UInt32? {
    guard let data = unsafe value([key]) else { return nil }
    return switch Int32(unsafe data.type) {
    case MMDB_DATA_TYPE_UINT32: unsafe data.uint32
    case MMDB_DATA_TYPE_UINT16: UInt32(unsafe data.uint16)
    case MMDB_DATA_TYPE_UINT64: UInt32(exactly: unsafe data.uint64)
    default: nil
    }
  }

  private func text(_ path: String...) -> String? {
    guard let data = unsafe value(path), Int32(unsafe data.type) == MMDB_DATA_TYPE_UTF8_STRING,
      let start = unsafe data.utf8_string, unsafe data.data_size > 0
    else { return nil }
    let count = min(Int(unsafe data.data_size), Self.textLimit)
    return PrintableText.string(unsafe Array(UnsafeRawBufferPointer(start: start, count: count)))
  }

  private func value(_ path: [String]) -> MMDB_entry_data_s? {
    var entry = unsafe entry
    var data = unsafe MMDB_entry_data_s()
    let status = unsafe CStringList.with(path) { unsafe MMDB_aget_value(&entry, &data, $0) }
    guard status == MMDB_SUCCESS, unsafe data.has_data else { return nil }
    return unsafe data
  }
}
