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

  @Test func tellsMessagesChannelsAndOthersApart() {
    #expect(Self.response.withReader { STUN.recognizesDatagram($0) })
    #expect(!Self.response.prefix(30).withReader { STUN.acceptsDatagram($0) })
    let channel: Bytes = "4001 0005 0102030405"
    #expect(channel.withReader { STUN.isChannelData($0) })
    #expect(!channel.prefix(8).withReader { STUN.isChannelData($0) })
    let classic: Bytes = "0001 0008 000102030405060708090a0b0c0d0e0f 0003 0004 00000006"
    #expect(classic.withReader { ClassicSTUN.recognizesDatagram($0) })
    #expect(!classic.withReader { STUN.recognizesDatagram($0) })
    #expect(!Self.failure.withReader { ClassicSTUN.recognizesDatagram($0) })
  }
}
