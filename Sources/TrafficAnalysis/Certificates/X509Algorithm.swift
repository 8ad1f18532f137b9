import SwiftASN1

/// Names of the algorithms in certificates (RFC 3279, RFC 4055, RFC 5480, RFC 5758, RFC 8410).
enum X509Algorithm {
  /// The name of a signature's algorithm, or its number.
  static func signature(_ node: ASN1Node) -> String? {
    identifier(node).map { signatures[$0] ?? $0 }
  }

  /// What kind of key a SubjectPublicKeyInfo holds, and how many bits it has.
  static func key(_ node: ASN1Node) -> (type: String?, bits: Int?) {
    let parts = node.children
    guard parts.count == 2, let algorithm = identifier(parts[0]) else { return (nil, nil) }
    let parameters = parts[0].children.dropFirst().first
    switch algorithm {
    case "1.2.840.113549.1.1.1": return ("RSA", modulusBits(parts[1]))
    case "1.2.840.113549.1.1.10": return ("RSA-PSS", modulusBits(parts[1]))
    case "1.2.840.10040.4.1":
      return ("DSA", parameters?.children.first?.integerBytes.map(bits))
    case "1.2.840.10045.2.1":
      let curve = parameters.flatMap { try? ASN1ObjectIdentifier(derEncoded: $0) }?.description
      let known = curve.flatMap { curves[$0] }
      return ("EC " + (known?.name ?? curve ?? "with its own curve"), known?.bits)
    default:
      let known = edwards[algorithm]
      return (known?.name ?? algorithm, known?.bits)
    }
  }

  private static func identifier(_ node: ASN1Node) -> String? {
    node.children.first.flatMap { try? ASN1ObjectIdentifier(derEncoded: $0) }?.description
  }

  /// The bits of an RSA key in the bit string of its own structure.
  private static func modulusBits(_ node: ASN1Node) -> Int? {
    guard node.identifier == .bitString, let bytes = node.bytes,
      let key = try? DER.parse(bytes.dropFirst())
    else { return nil }
    return key.children.first?.integerBytes.map(bits)
  }

  private static func bits(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.first.map { bytes.count * 8 - $0.leadingZeroBitCount } ?? 0
  }

  private static let curves: [String: (name: String, bits: Int)] = [
    "1.2.840.10045.3.1.1": ("P-192", 192), "1.3.132.0.33": ("P-224", 224),
    "1.2.840.10045.3.1.7": ("P-256", 256), "1.3.132.0.34": ("P-384", 384),
    "1.3.132.0.35": ("P-521", 521), "1.3.132.0.10": ("secp256k1", 256),
    "1.3.36.3.3.2.8.1.1.7": ("brainpoolP256r1", 256),
    "1.3.36.3.3.2.8.1.1.11": ("brainpoolP384r1", 384),
    "1.3.36.3.3.2.8.1.1.13": ("brainpoolP512r1", 512), "1.2.156.10197.1.301": ("SM2", 256),
  ]

  private static let edwards: [String: (name: String, bits: Int?)] = [
    "1.3.101.112": ("Ed25519", 256), "1.3.101.113": ("Ed448", 456),
    "2.16.840.1.101.3.4.3.17": ("ML-DSA-44", nil), "2.16.840.1.101.3.4.3.18": ("ML-DSA-65", nil),
    "2.16.840.1.101.3.4.3.19": ("ML-DSA-87", nil),
  ]

  private static let signatures = [
    "1.2.840.113549.1.1.2": "MD2 with RSA", "1.2.840.113549.1.1.4": "MD5 with RSA",
    "1.2.840.113549.1.1.5": "SHA-1 with RSA", "1.3.14.3.2.29": "SHA-1 with RSA",
    "1.2.840.113549.1.1.10": "RSA-PSS", "1.2.840.113549.1.1.11": "SHA-256 with RSA",
    "1.2.840.113549.1.1.12": "SHA-384 with RSA", "1.2.840.113549.1.1.13": "SHA-512 with RSA",
    "1.2.840.113549.1.1.14": "SHA-224 with RSA", "1.2.840.10040.4.3": "SHA-1 with DSA",
    "2.16.840.1.101.3.4.3.1": "SHA-224 with DSA", "2.16.840.1.101.3.4.3.2": "SHA-256 with DSA",
    "1.2.840.10045.4.1": "SHA-1 with ECDSA", "1.2.840.10045.4.3.1": "SHA-224 with ECDSA",
    "1.2.840.10045.4.3.2": "SHA-256 with ECDSA", "1.2.840.10045.4.3.3": "SHA-384 with ECDSA",
    "1.2.840.10045.4.3.4": "SHA-512 with ECDSA", "1.3.101.112": "Ed25519", "1.3.101.113": "Ed448",
    "1.2.156.10197.1.501": "SM3 with SM2", "2.16.840.1.101.3.4.3.17": "ML-DSA-44",
    "2.16.840.1.101.3.4.3.18": "ML-DSA-65", "2.16.840.1.101.3.4.3.19": "ML-DSA-87",
  ]
}
