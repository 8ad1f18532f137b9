import PacketDecoding

/// Flows that others announced: data connections, media streams.
///
/// Only flows between the hosts that announced them are known by it, so that it does not matter which
/// worker sees what.
struct AnnouncedFlows {
  private struct Key: FastHashable {
    var low: IPAddress
    var high: IPAddress
    var port: UInt16

    func hashed(by hash: FastHash) -> UInt64 {
      hash(low.highWord, low.low, high.highWord, high.low, UInt64(port))
    }
  }

  private static let limit = 16_384
  private var announcements = KeyedTable<Key, ApplicationNotes.Announcement>()
  /// In the order of their announcement; the oldest is forgotten first.
  private var order: [Key] = []
  private var oldest = 0

  var isEmpty: Bool { announcements.isEmpty }

  mutating func add(_ announcement: ApplicationNotes.Announcement, between flow: Flow) {
    let key = Key(low: flow.key.low, high: flow.key.high, port: announcement.port)
    if let known = announcements[key], known.application == announcement.application,
      announcement.formats.isEmpty
    {
      // Said again in fewer words, as RTSP does behind a description.
      return
    }
    if let place = announcements.place(of: key) {
      announcements[place: place] = announcement
      return
    }
    announcements.update(key, limit: .max, adding: announcement) { _ in }
    order.append(key)
    guard announcements.count > Self.limit else { return }
    announcements.remove(order[oldest])
    oldest += 1
    if oldest == Self.limit {
      order.removeFirst(oldest)
      oldest = 0
    }
  }

  /// What was announced for a flow, by either of its ports.
  func application(of flow: Flow) -> ProtocolID {
    guard !isEmpty else { return .none }
    for port in [flow.serverPort, flow.clientPort] {
      let key = Key(low: flow.key.low, high: flow.key.high, port: port)
      if let announcement = announcements[key] { return announcement.application }
    }
    return .none
  }

  /// What a payload type was announced to mean in a flow.
  func format(_ payloadType: UInt8, of flow: Flow) -> RTPFormat? {
    guard !isEmpty else { return nil }
    for port in [flow.serverPort, flow.clientPort] {
      let key = Key(low: flow.key.low, high: flow.key.high, port: port)
      let formats = announcements[key]?.formats ?? []
      if let format = formats.first(where: { $0.payloadType == payloadType }) { return format }
    }
    return nil
  }
}
