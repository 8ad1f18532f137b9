import PacketDecoding
import TestSupport
import Testing

struct STUNTests {
  static let response: Bytes = """
    0101 0018 2112a442 000102030405060708090a0b 0020 0008 0001 a147 5e12a443
    8022 0005 6578616d70 000000
    """
  static let failure: Bytes = "0111 0008 2112a442 000102030405060708090a0b 0009 0004 00000414"

  @Test func readsMessages() {
    let reading = STUN.reading(Self.response)
    #expect(reading[STUN.method] == ["Binding Success Response"])
    #expect(reading[STUN.address] == ["127.0.0.1"])
    #expect(reading[STUN.software] == ["examp"])
    let failure = STUN.reading(Self.failure)
    #expect(failure[STUN.errorCode] == ["420"])
    #expect(failure.infos == ["Binding Error Response error-code: 420"])
    STUN.readDamaged(Self.response)
  }

  @Test func readsStreamsOfMessagesAndChannels() {
    let channel: Bytes = "4001 0005 0102030405 000000"
    let reading = STUN.everyReading([
      .server(bytes: Self.response + channel + Self.failure), .client(bytes: channel),
    ])
    #expect(reading[STUN.method].count == 2)
    STUN.readDamaged([.server(bytes: Self.response + channel + Self.failure)])
  }

  /// RFC 4571 frames messages that share a connection with media.
  @Test func readsMessagesInFrames() {
    let framed = "002c" + Self.response
    let media: Bytes = "000c 80600001 00000000 00000001"
    let reading = STUN.everyReading([
      .server(bytes: framed + media), .client(bytes: "001c" + Self.failure + media),
    ])
    #expect(reading[STUN.method] == ["Binding Success Response", "Binding Error Response"])
    #expect(framed.withReader { STUN.recognizesStream($0) })
    #expect(!("002d" + Self.response).withReader { STUN.recognizesStream($0) })
    #expect(!media.withReader { STUN.recognizesStream($0) })
    STUN.readDamaged([.server(bytes: framed + media)])
  }

  @Test func takesItsPortWhereAChannelGoesOn() {
    let channel: Bytes = "4001 0005 0102030405 000000"
    #expect(channel.withReader { STUN.acceptsStream($0) })
    #expect(!channel.withReader { STUN.recognizesStream($0) })
    #expect(!("4001 0006" + channel).withReader { STUN.acceptsStream($0) })
  }

  @Test func tellsMessagesChannelsAndOthersApart() {
    #expect(Self.response.withReader { STUN.recognizesDatagram($0) })
    #expect(!Self.response.prefix(30).withReader { STUN.acceptsDatagram($0) })
    let channel: Bytes = "4001 0005 0102030405"
    #expect(channel.withReader { STUN.isChannelData($0) })
    #expect(!channel.prefix(8).withReader { STUN.isChannelData($0) })
    #expect((channel + "000000").withReader { STUN.isChannelData($0) })
    let classic: Bytes = "0001 0008 000102030405060708090a0b0c0d0e0f 0003 0004 00000006"
    #expect(classic.withReader { ClassicSTUN.recognizesDatagram($0) })
    #expect(!classic.withReader { STUN.recognizesDatagram($0) })
    #expect(!Self.failure.withReader { ClassicSTUN.recognizesDatagram($0) })
  }

  /// RFC 7983: a first byte above 3 belongs to others.
  @Test(arguments: [("0001", true), ("03ff", true), ("0400", false), ("0800", false)])
  func leavesOtherFirstBytesToOthers(type: String, isMessage: Bool) {
    let message = Bytes(stringLiteral: type) + "0000 2112a442 000102030405060708090a0b"
    #expect(message.withReader { STUN.recognizesDatagram($0) } == isMessage)
    #expect(message.withReader { STUN.recognizesStream($0) } == isMessage)
  }

  @Test(
    arguments: [
      ("ff10 0008 0102030405060708", true), ("ff10 0009 0102030405060708 09 000000", true),
      ("ff10 0007 01020304050607", false), ("ff10 0008 01020304050607", false),
      ("ff11 0008 0102030405060708", false), ("8000 0008 0102030405060708", false),
      ("7fff 0000", true),
    ] as [(Bytes, Bool)])
  func knowsTheChannelOfSeveralConversations(data: Bytes, isChannel: Bool) {
    #expect(data.withReader { STUN.isChannelData($0) } == isChannel)
  }
}
