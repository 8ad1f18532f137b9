import PacketDecoding
import TestSupport
import Testing

struct NetBIOSTests {
  /// "FILES" with suffix 0x20, half a byte in each letter.
  static let files: Bytes = "20 4547454a454d4546464443414341434143414341434143414341434143414341 00"
  /// The registration of that name for 192.0.2.7.
  static let registration: Bytes =
    "8001 2910 0001 0000 0000 0001" + files + "0020 0001"
    + "c00c 0020 0001 000493e0 0006 6000 c0000207"
  /// A machine's answer to the question for its names: itself, its workgroup, its file server.
  static let status: Bytes =
    "8002 8400 0000 0001 0000 0000" + files + "0021 0001 00000000 0037 03"
    + Bytes(text: "FILES          ") + "00 0400" + Bytes(text: "OFFICE         ") + "00 8400"
    + Bytes(text: "FILES          ") + "20 0400"
  /// A datagram of FILES to its workgroup.
  static let datagram: Bytes =
    "11 02 8003 c0000207 008a 00bb 0000" + files + files

  static func notes(
    _ bytes: Bytes, _ entry: any ApplicationProtocol.Type
  ) -> ApplicationNotes {
    var notes = ApplicationNotes(
      source: IPAddress(v4: 0xC000_0207), sourcePort: 137, destination: .none,
      destinationPort: 137, time: 0)
    bytes.withReader { reader in _ = try? entry.readDatagram(&reader, into: &notes) }
    return notes
  }

  @Test func readsRegistrations() {
    let notes = Self.notes(Self.registration, NBNS.self)
    #expect(notes.values.map(\.value.text) == ["Registration", "FILES<20>"])
    #expect(notes.hostNames.map(\.name) == ["FILES"])
    #expect(notes.hostNames.map(\.address.description) == ["192.0.2.7"])
    #expect(notes.info == "Registration FILES<20>")
  }

  @Test func readsWhatAMachineIsCalled() {
    let notes = Self.notes(Self.status, NBNS.self)
    #expect(notes.hostNames.map(\.name) == ["FILES", "FILES"])
    #expect(notes.values.map(\.value.text) == ["Name query response"])
  }

  @Test func readsWhoSendsADatagram() {
    let notes = Self.notes(Self.datagram, NBDGM.self)
    #expect(notes.hostNames.map(\.name) == ["FILES"])
    #expect(notes.values.map(\.value.text) == ["FILES<20>", "FILES<20>"])
  }

  /// Names of which a letter is none, or whose length is wrong, are passed over.
  @Test(arguments: ["b7", "00"] as [Bytes])
  func readsOnBehindANameThatBreaksTheRules(letter: Bytes) {
    var odd = Self.files
    odd.array.replaceSubrange(5...5, with: letter.array)
    let notes = Self.notes(
      "11 02 8003 c0000207 008a 00bb 0000" + Self.files + odd + "ff534d42 2500", NBDGM.self)
    #expect(notes.values.map(\.value.text) == ["FILES<20>"])
    #expect(notes.hostNames.map(\.name) == ["FILES"])
    #expect(notes.inner.description == "smb")
    let short: Bytes = "03 414243 00"
    let mailslot = Self.notes(
      "11 02 8003 c0000207 008a 00bb 0000" + short + Self.files + "ff534d42", NBDGM.self)
    #expect(mailslot.hostNames.isEmpty)
    #expect(mailslot.inner.description == "smb")
  }

  @Test func readsAnyBeginning() {
    for bytes in [Self.registration, Self.status] {
      for length in 0..<bytes.array.count {
        #expect(Self.notes(bytes.prefix(length), NBNS.self).hostNames.count <= 2)
      }
    }
    for length in 0..<Self.datagram.array.count {
      let notes = Self.notes(Self.datagram.prefix(length), NBDGM.self)
      #expect(notes.hostNames.count == (length >= 48 ? 1 : 0))
    }
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(state: 23)
    for _ in 0..<5000 {
      _ = Self.notes(Bytes(random.mutate(Self.registration.array)), NBNS.self)
      _ = Self.notes(Bytes(random.mutate(Self.status.array)), NBNS.self)
      _ = Self.notes(Bytes(random.mutate(Self.datagram.array)), NBDGM.self)
    }
  }
}
