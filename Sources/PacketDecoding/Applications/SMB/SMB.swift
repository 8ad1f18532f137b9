/// SMB 1, also called CIFS (MS-CIFS, MS-SMB).
package enum SMB: ApplicationProtocol {
  package static let id = ProtocolID.smb
  package static let reference = "MS-SMB"
  package static let carrier = ProtocolID.nbss
  package static let fields =
    [command, status, dialect, signing, share, service, file, account, domain] + NTLMMessage.fields
    + [DCERPC.interface]

  static let command = ApplicationField("smb.cmd", "Command")
  static let status = ApplicationField("smb.nt_status", "Error")
  static let dialect = ApplicationField("smb.dialect", "Dialect chosen")
  static let signing = ApplicationField("smb.sm.signatures", "Signing")
  static let share = ApplicationField("smb.path", "Share")
  static let service = ApplicationField("smb.service", "Kind of share")
  static let file = ApplicationField("smb.file", "File")
  static let account = ApplicationField("smb.account", "Account")
  static let domain = ApplicationField("smb.primary_domain", "Primary domain")

  static let magic: UInt32 = 0xFF53_4D42

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    reader.peek() == UInt8(0) && reader.peek(at: 4) == magic
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? {
    SMBStreamParser(follows: id)
  }

  static let commands = NumberNames(
    radix: 16,
    """
    0 Create Directory; 1 Delete Directory; 2 Open; 3 Create; 4 Close; 5 Flush; 6 Delete; \
    7 Rename; 8 Query Information; 9 Set Information; a Read; b Write; c Lock Byte Range; \
    d Unlock Byte Range; e Create Temp; f Create New; 10 Check Directory; 11 Process Exit; \
    12 Seek; 13 Lock And Read; 14 Write And Unlock; 1a Read Raw; 1b Read MPX; \
    1c Read MPX Secondary; 1d Write Raw; 1e Write MPX; 1f Write MPX Secondary; 20 Write Complete; \
    21 Query Server; 22 Set Information2; 23 Query Information2; 24 Locking AndX; 25 Trans; \
    26 Trans Secondary; 27 IOCTL; 28 IOCTL Secondary; 29 Copy; 2a Move; 2b Echo; \
    2c Write And Close; 2d Open AndX; 2e Read AndX; 2f Write AndX; 30 New File Size; \
    31 Close And Tree Disconnect; 32 Trans2; 33 Trans2 Secondary; 34 Find Close2; \
    35 Find Notify Close; 70 Tree Connect; 71 Tree Disconnect; 72 Negotiate Protocol; \
    73 Session Setup AndX; 74 Logoff AndX; 75 Tree Connect AndX; 80 Query Information Disk; \
    81 Search; 82 Find; 83 Find Unique; 84 Find Close; a0 NT Trans; a1 NT Trans Secondary; \
    a2 NT Create AndX; a4 NT Cancel; a5 NT Rename; c0 Open Print File; c1 Write Print File; \
    c2 Close Print File; c3 Get Print Queue; d0 Send Single Block Message; \
    d1 Send Broadcast Message; d2 Forward User Name; d3 Cancel Forward; d4 Get Machine Name; \
    d5 Send Start of Multi-block Message; d6 Send End of Multi-block Message; \
    d7 Send Text of Multi-block Message
    """)
}
