import PacketDecoding
import TestSupport
import Testing

struct SSHTests {
  static let clientBanner = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n"
  static let serverBanner = "SSH-2.0-OpenSSH_8.9p1 Ubuntu-3\r\n"

  /// A binary packet around a message (RFC 4253 section 6).
  static func packet(_ payload: [UInt8]) -> Bytes {
    let padding = 8 - (payload.count + 5) % 8 + 8
    var bytes: [UInt8] = []
    bytes.appendNetwork(UInt32(payload.count + padding + 1))
    bytes.append(UInt8(padding))
    return Bytes(bytes + payload + [UInt8](repeating: 0, count: padding))
  }

  static func offer(_ lists: [String]) -> Bytes {
    var payload: [UInt8] = [20] + [UInt8](repeating: 7, count: 16)
    for list in lists + ["", ""] {
      payload.appendNetwork(UInt32(list.utf8.count))
      payload += Array(list.utf8)
    }
    return packet(payload + [0, 0, 0, 0, 0])
  }

  static let clientOffer = offer([
    "curve25519-sha256,ecdh-sha2-nistp256", "ssh-ed25519,rsa-sha2-512",
    "aes128-ctr,aes256-ctr", "aes128-ctr", "hmac-sha2-256,hmac-sha1", "hmac-sha2-256",
    "none,zlib@openssh.com", "none",
  ])
  static let serverOffer = offer([
    "ecdh-sha2-nistp256,curve25519-sha256", "rsa-sha2-512,ssh-ed25519", "aes256-ctr",
    "aes256-gcm@openssh.com", "hmac-sha1,hmac-sha2-256", "hmac-sha1", "none", "none",
  ])

  static let talk: [Piece] = [
    .server(serverBanner), .client(clientBanner), .client(bytes: clientOffer),
    .server(bytes: serverOffer),
    .client(bytes: packet([30, 0, 0, 0, 1, 9])), .server(bytes: packet([31, 0, 0, 0, 1, 9])),
    .server(bytes: packet([21])), .client(bytes: packet([21])),
    .client(bytes: Bytes([UInt8](repeating: 0xFF, count: 64))),
  ]

  @Test func readsWhoSpeaksAndWhatIsAgreed() {
    let reading = SSH.everyReading(Self.talk)
    #expect(
      reading[SSH.software] == [
        "SSH-2.0-OpenSSH_8.9p1 Ubuntu-3", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3",
      ])
    #expect(reading[SSH.keyExchange] == ["curve25519-sha256"])
    #expect(reading[SSH.hostKey] == ["ssh-ed25519"])
    #expect(reading[SSH.cipher] == ["aes256-ctr"])
    #expect(reading[SSH.mac] == ["hmac-sha2-256"])
    #expect(reading[SSH.compression] == ["none"])
  }

  /// Both were calculated with md5sum.
  @Test func makesFingerprintsOfBothSides() {
    let reading = SSH.reading(Self.talk)
    #expect(reading[SSH.hassh] == ["23a0dcefdc519f754a930bbfc6cf762f"])
    #expect(reading[SSH.hasshServer] == ["4fa6fe7c9624a6dcbb8c88ff66e56b94"])
  }

  @Test func saysWhatSegmentsAre() {
    #expect(
      SSH.reading(Self.talk).infos == [
        "Server: Protocol (SSH-2.0-OpenSSH_8.9p1 Ubuntu-3)",
        "Client: Protocol (SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3)", "Client: Key Exchange Init",
        "Server: Key Exchange Init", "Server: New Keys", "Client: New Keys",
      ])
  }

  @Test func negotiatesNoMACBesideACipherThatHasOne() {
    let lists = [
      "curve25519-sha256", "ssh-ed25519", "chacha20-poly1305@openssh.com", "aes128-ctr",
      "hmac-sha1", "hmac-sha1", "none", "none",
    ]
    let reading = SSH.reading([
      .server(Self.serverBanner), .client(Self.clientBanner), .client(bytes: Self.offer(lists)),
      .server(bytes: Self.offer(lists)),
    ])
    #expect(reading[SSH.cipher] == ["chacha20-poly1305@openssh.com"])
    #expect(reading[SSH.mac].isEmpty)
  }

  @Test func passesLinesBeforeTheServersIdentification() {
    let reading = SSH.reading([.server("Welcome\r\nto this host\r\n" + Self.serverBanner)])
    #expect(reading[SSH.software] == ["SSH-2.0-OpenSSH_8.9p1 Ubuntu-3"])
  }

  @Test func readsNothingOfVersion1ButItsIdentification() {
    let reading = SSH.reading([.server("SSH-1.5-1.2.27\n"), .server(bytes: Self.serverOffer)])
    #expect(reading.values == ["ssh.protocol=SSH-1.5-1.2.27"])
  }

  @Test func survivesDamage() { SSH.readDamaged(Self.talk) }
}
