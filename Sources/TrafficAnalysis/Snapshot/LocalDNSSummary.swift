/// DNS on the local link: mDNS or LLMNR.
package struct LocalDNSSummary: Sendable {
  package var queries: UInt64 = 0
  package var responses: UInt64 = 0
  /// Names asked for, most queries first; a query counts under each of its questions.
  package var names = Ranked<DNSName>()
  /// Services that were announced (RFC 6763), most announcements first.
  package var services = Ranked<AnnouncedService>()

  package init() {}

  package var isEmpty: Bool { queries == 0 && responses == 0 }
}

/// A kind of service that hosts announced by DNS-SD.
package struct AnnouncedService: Sendable {
  /// "_ipp._tcp".
  package var type: String
  /// What it is, "Printer (IPP)"; nil if we do not know.
  package var meaning: String?
  /// The names under which it was offered, in the order of the alphabet.
  package var instances: [String] = []
  /// Records that offered it.
  package var announcements: UInt64 = 0

  package init(type: String) { self.type = type }
}
