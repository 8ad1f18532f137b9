import PacketDecoding
import SwiftASN1
import X509

/// Names in certificates as text (RFC 4514), made printable.
enum X509Name {
  /// Parts of one name that are shown.
  private static let partLimit = 32

  /// "CN=press.example,O=Press": the last part first; nil for an empty name.
  static func text(of node: ASN1Node) -> String? {
    let sets = node.children.suffix(partLimit).reversed().map { set in
      set.children.prefix(partLimit).compactMap(text(ofAttribute:)).joined(separator: "+")
    }
    return sets.isEmpty ? nil : bounded(sets.joined(separator: ","))
  }

  /// The most specific common name.
  static func commonName(of node: ASN1Node) -> String? {
    for set in node.children.suffix(partLimit).reversed() {
      for attribute in set.children.prefix(partLimit) {
        guard let (type, value) = parts(attribute), type == "2.5.4.3" else { continue }
        return bounded(string(value))
      }
    }
    return nil
  }

  /// A name, a host's address or what else a certificate is for; nil for kinds that are not text.
  static func text(of name: GeneralName) -> String? {
    switch name {
    case .dnsName(let text), .rfc822Name(let text), .uniformResourceIdentifier(let text):
      PrintableText.string(Array(text.utf8))
    case .ipAddress(let octets): address(octets.bytes)
    default: nil
    }
  }

  private static func address(_ bytes: ArraySlice<UInt8>) -> String? {
    let number = { (part: ArraySlice<UInt8>) in part.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    switch bytes.count {
    case 4: return bytes.map { "\($0)" }.joined(separator: ".")
    case 16:
      return IPAddress(high: number(bytes.prefix(8)), low: number(bytes.suffix(8))).description
    default: return nil
    }
  }

  private static func parts(_ attribute: ASN1Node) -> (type: String, value: ASN1Node)? {
    let nodes = attribute.children
    guard nodes.count == 2, let type = try? ASN1ObjectIdentifier(derEncoded: nodes[0]) else {
      return nil
    }
    return (type.description, nodes[1])
  }

  private static func text(ofAttribute node: ASN1Node) -> String? {
    parts(node).map { "\(keys[$0.type] ?? $0.type)=\(escaped(string($0.value)))" }
  }

  /// Text in any of the encodings that X.520 allows.
  private static func string(_ node: ASN1Node) -> String {
    let bytes = node.bytes ?? []
    switch node.identifier {
    case .bmpString:
      let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2)
      let text = String(
        decoding: units.map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }, as: UTF16.self)
      return PrintableText.string(Array(text.utf8))
    case .teletexString:
      // In practice Latin-1.
      let text = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
      return PrintableText.string(Array(text.utf8))
    default: return PrintableText.string(bytes)
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\,+\"<>;".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private static let keys = [
    "2.5.4.3": "CN", "2.5.4.4": "SN", "2.5.4.5": "serialNumber", "2.5.4.6": "C", "2.5.4.7": "L",
    "2.5.4.8": "ST", "2.5.4.9": "STREET", "2.5.4.10": "O", "2.5.4.11": "OU", "2.5.4.12": "title",
    "2.5.4.15": "businessCategory", "2.5.4.17": "postalCode", "2.5.4.42": "GN",
    "2.5.4.97": "organizationIdentifier", "0.9.2342.19200300.100.1.1": "UID",
    "0.9.2342.19200300.100.1.25": "DC", "1.2.840.113549.1.9.1": "emailAddress",
  ]
}
