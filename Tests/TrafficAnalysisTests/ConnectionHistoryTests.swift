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
    history.swapSides()
    #expect(history.text == "shadfrgtwiqSHADFRGTWIQ")
    history.note(.syn, fromClient: true)
    #expect(history.text == "shadfrgtwiqSHADFRGTWIQ")
  }

  @Test func swapsSides() {
    var history = ConnectionHistory()
    history.swapSides()
    #expect(history.text == "")
    history.note(.data, fromClient: true)
    history.note(.data, fromClient: false)
    history.note(.fin, fromClient: false)
    history.swapSides()
    #expect(history.text == "dDF")
    history.note(.fin, fromClient: true)
    history.note(.fin, fromClient: false)
    #expect(history.text == "dDFf")
  }
}
