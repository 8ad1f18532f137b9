/// What becomes of MAC addresses.
package enum MACTreatment: String, CaseIterable, Sendable {
  /// All of an address is replaced; its image is of nobody's range.
  case full
  /// The first 24 bits stay, which tell who made the adapter.
  case keepVendor = "keep-vendor"
}
