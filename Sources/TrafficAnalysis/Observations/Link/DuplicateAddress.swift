package import PacketDecoding

/// An IPv6 address that a host asked for, and that another said it has.
package struct DuplicateAddress: Sendable {
  package var address: IPAddress
  /// Who asked whether it is free.
  package var asking: MACAddress
  /// Who has it.
  package var holder: MACAddress
  /// The question and the answer, of the first such pair and of others.
  package var packets = PacketNumbers()

  package init(address: IPAddress, asking: MACAddress, holder: MACAddress) {
    self.address = address
    self.asking = asking
    self.holder = holder
  }
}
