/// An interface that a client binds to.
struct DCERPCInterface: Hashable, Sendable {
  /// With the bytes in the order in which they are written.
  let uuid: String
  let majorVersion: UInt16

  init(parsing reader: inout ByteReader, isLittleEndian: Bool) throws(DecodeError) {
    uuid = try Self.uuid(&reader, isLittleEndian: isLittleEndian)
    let version: UInt32 = try reader.read()
    let ordered = isLittleEndian ? version.byteSwapped : version
    majorVersion = UInt16(truncatingIfNeeded: ordered)
  }

  private static func uuid(
    _ reader: inout ByteReader, isLittleEndian: Bool
  ) throws(DecodeError) -> String {
    let first: UInt32 = try reader.read()
    let second: UInt16 = try reader.read()
    let third: UInt16 = try reader.read()
    let fourth: UInt16 = try reader.read()
    let last =
      UInt64(try reader.read(as: UInt16.self)) << 32 | UInt64(try reader.read(as: UInt32.self))
    return [
      hex(isLittleEndian ? first.byteSwapped : first, 8),
      hex(isLittleEndian ? second.byteSwapped : second, 4),
      hex(isLittleEndian ? third.byteSwapped : third, 4), hex(fourth, 4), hex(last, 12),
    ].joined(separator: "-")
  }

  private static func hex(_ value: some BinaryInteger, _ count: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}

extension DCERPCInterface: CustomStringConvertible {
  /// The name by which Wireshark knows it, or its number.
  var description: String { "\(name ?? uuid) V\(majorVersion)" }

  var name: String? { Self.names[uuid] }

  private static let names: [String: String] = [
    "e1af8308-5d1f-11c9-91a4-08002b14a0fa": "EPM",
    "12345778-1234-abcd-ef00-0123456789ab": "LSARPC",
    "12345778-1234-abcd-ef00-0123456789ac": "SAMR",
    "12345678-1234-abcd-ef00-01234567cffb": "NETLOGON",
    "4b324fc8-1670-01d3-1278-5a47bf6ee188": "SRVSVC",
    "6bffd098-a112-3610-9833-46c3f87e345a": "WKSSVC",
    "367abb81-9844-35f1-ad32-98f038001003": "SVCCTL",
    "338cd001-2244-31f1-aaaa-900038001003": "WINREG",
    "12345678-1234-abcd-ef00-0123456789ab": "SPOOLSS",
    "76f03f96-cdfd-44fc-a22c-64950a001209": "WINSPOOL",
    "1ff70682-0a51-30e8-076d-740be8cee98b": "ATSVC",
    "86d35949-83c9-4044-b424-db363231fd0c": "TASKSCHEDULER",
    "e3514235-4b06-11d1-ab04-00c04fc2dcd2": "DRSUAPI",
    "99fcfec4-5260-101b-bbcb-00aa0021347a": "IOXIDResolver",
    "000001a0-0000-0000-c000-000000000046": "ISystemActivator",
    "4d9f4ab8-7d1c-11cf-861e-0020af6e7c57": "REMACT",
    "00000131-0000-0000-c000-000000000046": "IRemUnknown",
    "00000143-0000-0000-c000-000000000046": "IRemUnknown2",
    "3919286a-b10c-11d0-9ba8-00c04fd92ef5": "DSSETUP",
    "4fc742e0-4a10-11cf-8273-00aa004ae673": "NETDFS",
    "894de0c0-0d55-11d3-a322-00c04fa321a1": "INITSHUTDOWN",
    "c681d488-d850-11d0-8c52-00c04fd90f7e": "EFS",
    "df1941c5-fe89-4e79-bf10-463657acf44d": "EFS",
    "82273fdc-e32a-18c3-3f78-827929dc23ea": "EVENTLOG",
    "f6beaff7-1e19-4fbb-9f8f-b89e2018337c": "EVENTLOG6",
    "5a7b91f8-ff00-11d0-a9b2-00c04fb6e6fc": "MESSENGER",
    "8fb6d884-2388-11d0-8c35-00c04fda2795": "W32TIME",
    "f5cc5a18-4264-101a-8c59-08002b2f8426": "NSPI",
    "1544f5e0-613c-11d1-93df-00c04fd7bd09": "RFR",
    "a4f1db00-ca47-1067-b31f-00dd010662da": "EMSMDB",
    "50abc2a4-574d-40b3-9d66-ee4fd5fba076": "DNSSERVER",
    "afa8bd80-7d8a-11c9-bef4-08002b102989": "MGMT",
    "9556dc99-828c-11cf-a37e-00aa003240c7": "IWbemServices",
    "f309ad18-d86a-11d0-a075-00c04fb68820": "IWbemLevel1Login",
    "12b81e99-f207-4a4c-85d3-77b42f76fd14": "SECLOGON",
    "a8e0653c-2744-4389-a61d-7373df8b2292": "FSRVP",
    "906b0ce0-c70b-1067-b317-00dd010662da": "MSDTC",
  ]
}
