/// Who wrote a section of a pcapng file (section header block, draft-ietf-opsawg-pcapng section 4.1).
package struct PcapNGSection: Sendable {
  /// The machine, "x86_64".
  package var hardware: String?
  /// "Linux 6.18.44".
  package var operatingSystem: String?
  /// "Packetpress 0.1.0".
  package var application: String?

  package init(
    hardware: String? = nil, operatingSystem: String? = nil, application: String? = nil
  ) {
    self.hardware = hardware
    self.operatingSystem = operatingSystem
    self.application = application
  }
}
