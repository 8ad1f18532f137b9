import PacketDecoding

/// Flows that may carry RTP nobody announced: three packets in a row make sure.
struct RTPCandidates {
  private struct Key: Hashable {
    var flow: Int
    var fromClient: Bool
  }

  private struct Candidate {
    var header: RTPHeader
    var count: Int
  }

  /// What one more packet tells.
  enum Verdict { case new, next, sure }

  private static let limit = 4096
  private static let needed = 3
  /// A longer step of the time stamps is none between two packets: three minutes of video.
  private static let stepLimit: UInt32 = 1 << 24

  private var candidates: [Key: Candidate] = [:]

  mutating func add(_ header: RTPHeader, flow: Int, fromClient: Bool) -> Verdict {
    let key = Key(flow: flow, fromClient: fromClient)
    if let known = candidates[key], Self.follows(header, known.header) {
      guard known.count + 1 < Self.needed else {
        candidates[key] = nil
        return .sure
      }
      candidates[key] = Candidate(header: header, count: known.count + 1)
      return .next
    }
    // So many at once are none: the first of each will come again.
    if candidates.count >= Self.limit { candidates.removeAll() }
    candidates[key] = Candidate(header: header, count: 1)
    return .new
  }

  private static func follows(_ header: RTPHeader, _ before: RTPHeader) -> Bool {
    header.source == before.source && header.payloadType == before.payloadType
      && header.sequence == before.sequence &+ 1
      && header.timestamp &- before.timestamp < stepLimit
  }
}
