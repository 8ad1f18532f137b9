/// SMB 2 and 3, also encrypted or compressed (MS-SMB2).
package enum SMB2: ApplicationProtocol {
  package static let id = ProtocolID.smb2
  package static let reference = "MS-SMB2"
  package static let carrier = ProtocolID.nbss
  package static let fields =
    [command, status, dialect, signing, cipher, share, file] + NTLMMessage.fields
    + [DCERPC.interface]

  static let command = ApplicationField("smb2.cmd", "Command")
  static let status = ApplicationField("smb2.nt_status", "Error")
  static let dialect = ApplicationField("smb2.dialect", "Dialect")
  static let signing = ApplicationField("smb2.sec_mode", "Signing of the server")
  static let cipher = ApplicationField("smb2.negotiate_context.cipher_id", "Cipher chosen")
  static let share = ApplicationField("smb2.tree", "Share")
  static let file = ApplicationField("smb2.filename", "File")

  static let magic: UInt32 = 0xFE53_4D42
  /// Of messages that are encrypted, and compressed (sections 2.2.41 and 2.2.42).
  static let encryptedMagic: UInt32 = 0xFD53_4D42
  static let compressedMagic: UInt32 = 0xFC53_4D42

  static func isMagic(_ word: UInt32) -> Bool {
    [magic, encryptedMagic, compressedMagic].contains(word)
  }

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    guard reader.peek() == UInt8(0), let word: UInt32 = reader.peek(at: 4) else { return false }
    return isMagic(word)
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    SMBStreamParser(follows: id)
  }

  static let commands = NumberNames(
    """
    0 Negotiate Protocol; 1 Session Setup; 2 Session Logoff; 3 Tree Connect; 4 Tree Disconnect; \
    5 Create; 6 Close; 7 Flush; 8 Read; 9 Write; 10 Lock; 11 Ioctl; 12 Cancel; 13 KeepAlive; \
    14 Find; 15 Notify; 16 GetInfo; 17 SetInfo; 18 Break
    """)

  static let dialects = NumberNames(
    radix: 16,
    """
    202 SMB 2.0.2; 210 SMB 2.1; 2ff SMB2 wildcard; 222 SMB 2.2.2; 224 SMB 2.2.4; 300 SMB 3.0; \
    302 SMB 3.0.2; 310 SMB 3.1.0; 311 SMB 3.1.1
    """)

  static let ciphers = NumberNames(
    "1 AES-128-CCM; 2 AES-128-GCM; 3 AES-256-CCM; 4 AES-256-GCM")
}
