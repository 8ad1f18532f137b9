import PacketDecoding
import Testing
import TrafficAnalysis
import TrafficSupport

struct ConnectionHistoryTests {
  @Test func writesEveryLetterOnceADirection() {
    var history = ConnectionHistory()
    for _ in 0..<3 {
      history.note(.syn, fromClient: true)
      history.note(.synAck, fromClient: false)
      history.note(.ack, fromClient: true)
      history.note(.ack, fromClient: false)
    }
    #expect(history.text == "ShAa")
  }

  static let events: [ConnectionHistory.Event] = [
    .syn, .synAck, .ack, .data, .fin, .rst, .gap, .retransmission, .zeroWindow, .inconsistent,
    .multi,
  ]

  @Test func holdsAllLettersOfBothDirections() {
    var history = ConnectionHistory()
    for event in Self.events { history.note(event, fromClient: true) }
    #expect(history.text == "SHADFRGTWIQ")
    for event in Self.events { history.note(event, fromClient: false) }
    #expect(history.text == "SHADFRGTWIQshadfrgtwiq")
    history.note(.syn, fromClient: true)
    #expect(history.text == "SHADFRGTWIQshadfrgtwiq")
  }

  @Test func repeatsWhatItIsToldAndEndsAfter24Letters() {
    var history = ConnectionHistory()
    history.note(.syn, fromClient: true)
    for _ in 0..<40 { history.noteAgain(.rst, fromClient: false) }
    #expect(history.text == "S" + String(repeating: "r", count: 23))
    history.note(.data, fromClient: true)
    #expect(history.text.count == 24)
  }

  @Test func repeatsLossEveryTenTimesAsMuch() {
    let snapshot = TCPTalk.snapshot { talk in
      talk.open()
      for round in 0..<100 as Range<UInt32> { talk.client(.ack, 11 + round * 20, 1, length: 10) }
      for _ in 0..<10 { talk.server(.ack, 1, 1, window: 0) }
    }
    #expect(snapshot.conversations.rows.first?.history == "ShADGGGaww")
  }

  @Test func repeatsFlagsWithAnotherSequenceNumber() {
    let snapshot = TCPTalk.snapshot {
      $0.open()
      for sequence in [1, 1, 2] as [UInt32] { $0.client([.fin, .ack], sequence, 1, length: 1) }
      for sequence in [1, 1, 2, 3] as [UInt32] { $0.server(.rst, sequence) }
    }
    #expect(snapshot.conversations.rows.first?.history == "ShAFDTFrrr")
  }

  @Test(
    arguments: [
      ([.syn, .fin], "Q"), ([.syn, .rst], "Q"), ([.fin, .rst], "I"), ([.syn, .ack, .fin], "Q"),
    ] as [(TCPFlags, String)])
  func writesFlagsThatContradictOneAnother(flags: TCPFlags, letter: String) {
    let snapshot = TCPTalk.snapshot { $0.client(flags, 0) }
    #expect(snapshot.conversations.rows.first?.history.uppercased() == letter)
  }
}
