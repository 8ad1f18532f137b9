package import CaptureFormats
package import PacketDecoding

/// An address, or a prefix, that a server gave to a client.
package struct DHCPLease: Sendable {
  package var address: IPAddress
  /// The length of a delegated prefix.
  package var prefixLength: UInt8?
  /// The client's MAC address; of DHCPv6 its DUID, in hexadecimal.
  package var client: String
  package var mac: MACAddress?
  /// Who made the client's adapter; nil without a list that knows.
  package var macVendor: String?
  package var hostName: String?
  package var vendorClass: String?
  /// What was said of it last.
  package var state = AddressLease.Event.none
  /// When that was.
  package var time: Timestamp
  package var settings = AddressLease.Settings()

  package init(address: IPAddress, client: String, time: Timestamp) {
    self.address = address
    self.client = client
    self.time = time
  }

  /// "192.0.2.7", "2001:db8::/56".
  package var addressText: String {
    address.description + (prefixLength.map { "/\($0)" } ?? "")
  }
}
