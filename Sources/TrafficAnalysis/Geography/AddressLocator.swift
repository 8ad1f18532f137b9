package import PacketDecoding

/// Knows where public addresses are, by databases on this machine.
package protocol AddressLocator: Sendable {
  /// What the databases are, for the report.
  var databases: [GeographySummary.Database] { get }

  /// Where `address` is; empty where the databases do not know it.
  func place(of address: IPAddress) -> AddressPlace
}

/// What databases say of an address.
package struct AddressPlace: Hashable, Sendable {
  /// ISO 3166-1 alpha-2, "DE".
  package var country: String?
  /// In English.
  package var countryName: String?
  /// The number of its autonomous system.
  package var asNumber: UInt32?
  /// Who runs that.
  package var organisation: String?

  package init() {}
}
