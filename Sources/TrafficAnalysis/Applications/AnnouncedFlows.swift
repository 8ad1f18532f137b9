import PacketDecoding

/// Flows that others announced: data connections, media streams.
///
/// Only flows between the hosts that announced them are known by it, so that it does not matter which
/// worker sees what.
struct AnnouncedFlows {
  private struct Key: Hashable {
    var low: IPAddress
    var high: IPAddress
    var port: UInt16
  }

  private static let limit = 16_384
  private var applications: [Key: ProtocolID] = [:]
  /// In the order of their announcement; the oldest is forgotten first.
  private var order: [Key] = []
  private var oldest = 0

  var isEmpty: Bool { applications.isEmpty }

  mutating func add(_ application: ProtocolID, between flow: Flow, port: UInt16) {
    let key = Key(low: flow.key.low, high: flow.key.high, port: port)
    if applications.updateValue(application, forKey: key) != nil { return }
    order.append(key)
    guard applications.count > Self.limit else { return }
    applications[order[oldest]] = nil
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
      if let application = applications[key] { return application }
    }
    return .none
  }
}
