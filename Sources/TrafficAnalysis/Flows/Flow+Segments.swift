import PacketDecoding

/// Zeek's history and states of the endpoints, segment by segment.
extension Flow {
  /// True when both sides have closed.
  @inline(__always)
  var isOver: Bool { lowState == .closed && highState == .closed }

  @inline(__always)
  mutating func note(_ segment: TCPSegment, _ landmarks: TCPLandmarks) {
    if !segment.isControl {
      if segment.fromLow {
        if lowState == .inactive { lowState = .partial }
      } else if highState == .inactive {
        highState = .partial
      }
      if segment.length == 0 { history.note(.ack, fromClient: segment.fromClient) }
    } else {
      noteControl(segment, landmarks)
    }
    if segment.length > 0 { history.note(.data, fromClient: segment.fromClient) }
    // A SYN carries no content that could be missing.
    if landmarks.rawValue != 0, !segment.isSYN { note(landmarks, fromClient: segment.fromClient) }
  }

  private mutating func note(_ landmarks: TCPLandmarks, fromClient: Bool) {
    let isAgain = !landmarks.contains(.onlyOnce)
    for (landmark, event) in [
      (TCPLandmarks.retransmission, ConnectionHistory.Event.retransmission), (.gap, .gap),
      (.zeroWindow, .zeroWindow),
    ] where landmarks.contains(landmark) { note(event, fromClient, again: isAgain) }
  }

  private mutating func note(
    _ event: ConnectionHistory.Event, _ fromClient: Bool, again isAgain: Bool
  ) {
    if isAgain {
      history.noteAgain(event, fromClient: fromClient)
    } else {
      history.note(event, fromClient: fromClient)
    }
  }

  private mutating func noteControl(_ segment: TCPSegment, _ landmarks: TCPLandmarks) {
    noteFlags(segment, landmarks)
    var sender = segment.fromLow ? lowState : highState
    var receiver = segment.fromLow ? highState : lowState
    if segment.isSYN {
      if segment.isACK {
        if receiver == .synSent {
          sender = .established
          receiver = .established
        } else if sender == .inactive {
          sender = .synAckSent
        }
      } else if sender == .inactive {
        sender = .synSent
      }
    }
    if segment.isFIN { sender = .closed }
    // A reset after both sides have closed changes nothing any more.
    if segment.isRST, sender != .closed || receiver != .closed { sender = .reset }
    lowState = segment.fromLow ? sender : receiver
    highState = segment.fromLow ? receiver : sender
  }

  /// Flags that contradict one another have a letter of their own.
  private mutating func noteFlags(_ segment: TCPSegment, _ landmarks: TCPLandmarks) {
    let fromClient = segment.fromClient
    if segment.isSYN {
      if segment.isFIN || segment.isRST {
        history.note(.multi, fromClient: fromClient)
      } else if segment.isACK {
        note(.synAck, fromClient, again: landmarks.contains(.otherSYNACK))
      } else {
        history.note(.syn, fromClient: fromClient)
      }
    } else if segment.isFIN, segment.isRST {
      history.note(.inconsistent, fromClient: fromClient)
    } else if segment.isFIN {
      note(.fin, fromClient, again: landmarks.contains(.otherFIN))
    } else {
      note(.rst, fromClient, again: landmarks.contains(.otherRST))
    }
  }
}
