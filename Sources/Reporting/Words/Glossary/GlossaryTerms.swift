internal import Wording

/// The terms of reports, by what they are about.
enum GlossaryTerms {
  /// What the report itself speaks of.
  static let report: [GlossaryEntry] = [
    .plain("Bytes", "Lengths on the wire, headers included, also where the capture keeps less."),
    .plain(
      "Bound", "The value from which on a rule speaks of a finding; --threshold sets it."),
    .plain(
      "Client",
      """
      The side that opened the conversation: of TCP the sender of the SYN, else the first sender, \
      unless only its port is a known service.
      """),
    .plain(
      "Conversation",
      "All packets between two addresses and ports by one protocol, in both directions."),
    .plain("Drops", "Packets that the capturing system saw but could not keep."),
    .plain(
      "Expectation", "A check that somebody wrote down for such captures, with --expect."),
    .plain(
      "Finding",
      "What a rule noticed: an error, a warning or a note, with what was measured and its bound."),
    .plain(
      "Filter name", "What Wireshark's display filters call the protocol."),
    .plain("Host", "An address that sent or received packets."),
    .marked(
      "Open conversations",
      text: """
        How many conversations went on at a time, from the beginning of the capture to its end, of \
        those that the report has one by one.
        """),
    .plain(
      "Percentile",
      "95 % of the measured values are below the 95th percentile; half below the 50th."),
    .plain("Server port", "The number by which clients ask a host for one of its services."),
    .plain(
      "Share",
      "A host's share counts what it sent and received, so shares add up to more than 100 %."),
    .marked("SHA-256", text: "A fingerprint of a file: no other file has the same."),
    .marked("Snap length", text: "How many bytes of a packet a capture keeps at most."),
    .marked("UTC", text: "Coordinated Universal Time, the same everywhere."),
    .marked("CSV", text: "Comma-separated values, a file that spreadsheets read."),
  ]
}
