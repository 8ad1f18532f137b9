import TrafficAnalysis
internal import Wording

extension ChangeList {
  /// Layers by their names, and applications by theirs, which are no layers here.
  mutating func compareProtocols() {
    let (mine, others) = (applications(of: base), applications(of: new))
    comparePresence(.applications, "conversations", .conversations, mine, others)
    let applications = Set(mine.keys).union(others.keys)
    comparePresence(
      .protocols, "packets", .packets, protocols(of: base, without: applications),
      protocols(of: new, without: applications))
  }

  private func applications(of side: ComparedCapture) -> [String: Seen] {
    Dictionary(
      side.snapshot.applications.map { application in
        (application.protocolName, Seen(application.conversations, detail: "\(application.name)"))
      }
    ) { first, _ in first }
  }

  /// Packets that hold the layer; one inside a layer of the same name is not counted again.
  private func protocols(
    of side: ComparedCapture, without applications: Set<String>
  ) -> [String: Seen] {
    var protocols: [String: Seen] = [:]
    for node in side.snapshot.protocols {
      let layers = node.path.split(separator: "/")
      guard let name = layers.last, !layers.dropLast().contains(name),
        !applications.contains(String(name))
      else { continue }
      protocols[String(name), default: Seen(0)].add(
        Seen(node.packets, detail: node.name == name ? nil : "\(node.name)"))
    }
    return protocols
  }

  // MARK: TLS

  mutating func compareTLS() {
    let (mine, others) = (base.snapshot.tls, new.snapshot.tls)
    comparePresence(
      .tls, "version chosen", .serverHellos, tallies(mine.versions), tallies(others.versions))
    comparePresence(
      .tls, "version offered", .clientHellos, tallies(mine.offeredVersions),
      tallies(others.offeredVersions))
    comparePresence(.tls, "JA4", .clientHellos, tallies(mine.ja4), tallies(others.ja4))
    let shuffled = [
      Change.Kind.gone: Self.shuffled(mine, known: others),
      .new: Self.shuffled(others, known: mine),
    ]
    comparePresence(
      .tls, "JA3", .clientHellos, tallies(mine.ja3), tallies(others.ja3)
    ) { hash, kind in
      shuffled[kind]?.contains(hash) ?? false ? .shuffledJA3 : nil
    }
  }

  /// JA3 changes with the order of extensions, which browsers draw by lot; JA4 does not.
  private static func shuffled(_ tls: TLSSummary, known: TLSSummary) -> Set<String> {
    let known = Set(known.ja4.map(\.name))
    return Set(
      tls.handshakes.rows.compactMap { handshake in
        handshake.ja4.map(known.contains) ?? false ? handshake.ja3 : nil
      })
  }
}
