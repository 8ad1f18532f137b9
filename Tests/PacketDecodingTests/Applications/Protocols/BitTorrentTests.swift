import PacketDecoding
import TestSupport
import Testing

struct BitTorrentTests {
  @Test func readsHandshakes() {
    let handshake =
      Bytes(text: "\u{13}BitTorrent protocol") + Bytes([UInt8](repeating: 0, count: 8))
      + Bytes([UInt8](repeating: 0xAB, count: 20)) + Bytes(text: "-TR2940-abcdefghijkl")
    let reading = BitTorrent.everyReading([
      .client(bytes: handshake + Bytes("00000001 02")), .server(bytes: handshake),
    ])
    let hash = String(repeating: "ab", count: 20)
    #expect(reading[BitTorrent.torrent] == [hash, hash])
    #expect(reading[BitTorrent.client] == ["-TR2940-", "-TR2940-"])
    BitTorrent.readDamaged([.client(bytes: handshake), .server(bytes: handshake)])
  }

  @Test func readsQueriesOfTheTable() {
    let query = Bytes(
      text: "d1:ad2:id20:abcdefghij01234567899:info_hash20:mnopqrstuvwxyz123456e"
        + "1:q9:get_peers1:t2:aa1:y1:qe")
    #expect(query.withReader { BitTorrentDHT.recognizesDatagram($0) })
    #expect(BitTorrentDHT.reading(query)[BitTorrentDHT.message] == ["get_peers"])
    let answer = Bytes(text: "d1:rd2:id20:0123456789abcdefghije1:t2:aa1:y1:re")
    #expect(BitTorrentDHT.reading(answer)[BitTorrentDHT.message] == ["response"])
    BitTorrentDHT.readDamaged(query)
  }
}
