/// What a message of DHCP or DHCPv6 tells of a client and its address.
package struct AddressLease: Hashable, Sendable {
  /// What became of the address by the message.
  package enum Event: UInt8, Sendable {
    /// The client only speaks of itself.
    case none
    case offered, leased, released, declined
  }

  /// What its server tells a client.
  package struct Settings: Hashable, Sendable {
    package var server: IPAddress?
    package var routers: [IPAddress] = []
    package var nameServers: [IPAddress] = []
    package var domain: String?
    /// How long the lease lasts; nil without an end, or without a lease.
    package var seconds: UInt32?

    package init() {}
  }

  /// A MAC address or a DUID, as text.
  package var client: String
  package var mac: MACAddress?
  package var event = Event.none
  package var address: IPAddress?
  /// The length of a prefix that was delegated (RFC 8415 section 6.3).
  package var prefixLength: UInt8?
  package var hostName: String?
  package var vendorClass: String?
  /// Only of messages from servers.
  package var settings: Settings?

  package init(client: String, mac: MACAddress?) {
    self.client = client
    self.mac = mac
  }
}
