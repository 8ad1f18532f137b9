import PacketDecoding
import TestSupport
import Testing

struct TFTPTests {
  static let request = Bytes("0001") + Bytes(text: "boot/pxe.0\0Octet\0blksize\0")

  @Test func readsRequestsAndAnnouncesTheirAnswers() {
    let reading = TFTP.reading(Self.request)
    #expect(reading[TFTP.operation] == ["Read Request"] && reading[TFTP.file] == ["boot/pxe.0"])
    #expect(reading[TFTP.mode] == ["octet"] && reading.announcements == ["tftp 40000"])
    #expect(reading.infos == ["Read Request, File: boot/pxe.0, Transfer type: octet"])
    #expect(TFTP.reading("0005 0001 6e6f00")[TFTP.errorCode] == ["File not found"])
    #expect(TFTP.reading("0003 0007 0102").infos == ["Data Packet, Block: 7"])
    #expect(TFTP.reading("0003 0007 0102").values.isEmpty)
    TFTP.readDamaged(Self.request)
  }

  @Test func recognizesRequests() {
    #expect(Self.request.withReader { TFTP.recognizesDatagram($0) })
    #expect(!Self.request.prefix(15).withReader { TFTP.recognizesDatagram($0) })
    #expect(!Bytes("0003 0001 00").withReader { TFTP.recognizesDatagram($0) })
  }
}
