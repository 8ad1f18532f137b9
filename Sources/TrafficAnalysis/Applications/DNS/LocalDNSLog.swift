import PacketDecoding

/// Counts the messages of mDNS or LLMNR, and what services were announced.
struct LocalDNSLog: Sendable {
  static let announcementLimit = 4096
  /// A browser of services asks under this name (RFC 6763 section 9).
  private static let allServices = "_services._dns-sd._udp"

  /// A kind of service and the instance that was offered; none where only the kind was named.
  private struct Announcement: FastHashable {
    var type: String
    var instance: String?

    func hashed(by hash: FastHash) -> UInt64 {
      hash(type.hashed(by: hash), instance.hashed(by: hash))
    }
  }

  private var queries: UInt64 = 0
  private var responses: UInt64 = 0
  private(set) var names: DNSNameTable
  private var announcements = BoundedTally<Announcement>(limit: announcementLimit)

  init(nameLimit: Int) { names = DNSNameTable(limit: nameLimit) }

  /// Announcements that found no room.
  var announcementsBeyond: UInt64 { announcements.beyond }

  mutating func add(_ message: DNSMessage) {
    guard message.isResponse else {
      queries += 1
      for question in message.questions { names.addQuery(question.name) }
      return
    }
    responses += 1
    for question in message.questions { names.addResponse(question.name, message.responseCode) }
    for record in message.answers where record.type == .ptr { addPointer(record) }
  }

  /// A PTR record that leads from a kind of service to an instance, or to a kind there is.
  private mutating func addPointer(_ record: DNSRecord) {
    guard case .name(let target) = record.data, let type = Self.serviceType(record.name) else {
      return
    }
    if type.lowercased() == Self.allServices {
      if let offered = Self.serviceType(target) {
        announcements.add(Announcement(type: bounded(offered), instance: nil))
      }
      return
    }
    // An instance is one label in front of its kind and domain.
    let end = target.range(beforeServiceType: type)
    announcements.add(
      Announcement(type: bounded(type), instance: bounded(String(target[..<end]))))
  }

  /// "_ipp._tcp" of "_universal._sub._ipp._tcp.local".
  private static func serviceType(_ name: String) -> String? {
    let labels = name.split(separator: ".")
    for index in labels.indices.dropFirst() {
      let transport = labels[index].lowercased()
      guard transport == "_tcp" || transport == "_udp", labels[index - 1].hasPrefix("_") else {
        continue
      }
      if index > 1, labels[index] == "_udp", labels[index - 1] == "_dns-sd" {
        return labels[index - 2...index].joined(separator: ".")
      }
      return labels[index - 1...index].joined(separator: ".")
    }
    return nil
  }

  mutating func merge(_ other: LocalDNSLog) {
    queries += other.queries
    responses += other.responses
    names.merge(other.names)
    announcements.merge(other.announcements)
  }

  func summary(maxRows: Int) -> LocalDNSSummary {
    var result = LocalDNSSummary()
    result.queries = queries
    result.responses = responses
    result.names = names.ranked(asked: true, maxRows: maxRows)
    var services: [String: AnnouncedService] = [:]
    for (announcement, count) in announcements.counts {
      var service = services[announcement.type] ?? AnnouncedService(type: announcement.type)
      service.announcements += count
      if let instance = announcement.instance { service.instances.append(instance) }
      services[announcement.type] = service
    }
    result.services = ranked(services.values, maxRows: maxRows) {
      ($1.announcements, $0.type) < ($0.announcements, $1.type)
    }
    for place in result.services.rows.indices {
      result.services.rows[place].instances.sort()
      result.services.rows[place].meaning = ServiceTypeName.meaning(
        result.services.rows[place].type)
    }
    return result
  }
}

extension String {
  /// Where ".\(type)" begins in a name, or the end of the name.
  fileprivate func range(beforeServiceType type: String) -> String.Index {
    let wanted = Array(("." + type).utf8)
    var start = utf8.startIndex
    while utf8.distance(from: start, to: utf8.endIndex) >= wanted.count {
      if utf8[start...].starts(with: wanted) { return start }
      start = utf8.index(after: start)
    }
    return endIndex
  }
}
