import Testing
import TrafficAnalysis

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
}
