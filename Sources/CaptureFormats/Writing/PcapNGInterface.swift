/// An interface that packets of a pcapng file come from (interface description block,
/// draft-ietf-opsawg-pcapng section 4.2).
package struct PcapNGInterface: Equatable, Sendable {
  package var linkType: LinkType
  /// Bytes that are kept of a packet at most; 0 is no limit.
  package var snapLength: UInt32
  package var name: String?
  package var description: String?
  /// What the packets passed, in libpcap's syntax.
  package var filter: String?
  /// Bytes of frame check sequence at the end of its frames.
  package var checkSequenceLength: UInt8

  package init(
    linkType: LinkType, snapLength: UInt32 = 0, name: String? = nil, description: String? = nil,
    filter: String? = nil, checkSequenceLength: UInt8 = 0
  ) {
    self.linkType = linkType
    self.snapLength = snapLength
    self.name = name
    self.description = description
    self.filter = filter
    self.checkSequenceLength = checkSequenceLength
  }
}
