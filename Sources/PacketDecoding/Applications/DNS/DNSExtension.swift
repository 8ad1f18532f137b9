/// What the pseudo-record of EDNS says (RFC 6891 section 6.1.3).
package struct DNSExtension: Hashable, Sendable {
  /// The largest UDP message that the sender takes, in bytes.
  package var udpSize: UInt16
  /// The upper eight bits of the response code.
  package var upperCode: UInt8
  package var version: UInt8
  /// The DO bit: the sender wants the records of DNSSEC.
  package var wantsDNSSEC: Bool

  /// Reads the class and the time to live of `record`, which OPT uses for itself.
  init(_ record: DNSRecord) {
    udpSize = record.classNumber
    upperCode = UInt8(record.timeToLive >> 24)
    version = UInt8(record.timeToLive >> 16 & 255)
    wantsDNSSEC = record.timeToLive & 0x8000 != 0
  }
}
