import PacketDecoding
import TrafficAnalysis
internal import Wording

extension ChangeList {
  /// Bytes of what both sides have, and of everything.
  mutating func compareVolumes() {
    guard volumeBasis != .none else { return }
    compare(
      volume: "All traffic", "capture", base.snapshot.capture.bytes, new.snapshot.capture.bytes)
    compareVolumes("host", hostBytes(of: base), hostBytes(of: new))
    compareVolumes("application", applicationBytes(of: base), applicationBytes(of: new))
    compareVolumes("service", serviceBytes(of: base), serviceBytes(of: new))
    compareVolumes("server name", nameBytes(of: base), nameBytes(of: new))
  }

  private mutating func compareVolumes<Key: Hashable & CustomStringConvertible>(
    _ measure: Phrase, _ base: [Key: UInt64], _ new: [Key: UInt64]
  ) {
    for (key, before) in base {
      if let after = new[key] { compare(volume: "\(key)", measure, before, after) }
    }
  }

  private mutating func compare(
    volume subject: Phrase, _ measure: Phrase, _ baseBytes: UInt64, _ newBytes: UInt64
  ) {
    let (before, after) = (amount(baseBytes, base), amount(newBytes, new))
    let (least, most) = (min(before, after), max(before, after))
    let time = volumeBasis == .rates ? min(base.seconds, new.seconds) : 1
    guard least > 0, most >= least * settings.volumeFactor,
      (most - least) * time >= settings.volumeBytes
    else { return }
    let whole = max(
      amount(base.snapshot.capture.bytes, base), amount(new.snapshot.capture.bytes, new))
    add(
      Change(
        .volume, .changed, subject, measure: measure, before: .number(before),
        after: .number(after), unit: volumeBasis == .rates ? .bytesPerSecond : .bytes,
        relevance: whole > 0 ? (most - least) / whole : 0))
  }

  private func amount(_ bytes: UInt64, _ side: ComparedCapture) -> Double {
    volumeBasis == .rates ? (Double(bytes) / side.seconds).rounded() : Double(bytes)
  }

  private func hostBytes(of side: ComparedCapture) -> [IPAddress: UInt64] {
    Dictionary(
      side.snapshot.hosts.rows.map { host in
        (host.address, host.bytesSent.addingReportingOverflow(host.bytesReceived).partialValue)
      }
    ) { first, _ in first }
  }

  private func applicationBytes(of side: ComparedCapture) -> [String: UInt64] {
    Dictionary(side.snapshot.applications.map { ($0.protocolName, $0.bytes) }) { first, _ in first }
  }

  private func serviceBytes(of side: ComparedCapture) -> [String: UInt64] {
    let rows = side.snapshot.services.rows.filter {
      $0.established > 0 && $0.port < settings.ephemeralPorts
    }
    return Dictionary(rows.map { ($0.subject, $0.bytes) }) { first, _ in first }
  }

  private func nameBytes(of side: ComparedCapture) -> [String: UInt64] {
    let tls = side.snapshot.tls.serverNames.rows.map { ($0.name.lowercased(), $0.bytes) }
    let http = side.snapshot.http.hosts.rows.map { ($0.name, $0.bytes) }
    return Dictionary(tls + http) { $0.addingReportingOverflow($1).partialValue }
  }
}
