import CaptureFormats
import Findings
import PacketDecoding
import TrafficAnalysis

/// A capture of so many seconds with a hundred packets each, filled by a test.
func capture(seconds: Double = 10, _ fill: (inout Snapshot) -> Void = { _ in }) -> Snapshot {
  var snapshot = Snapshot()
  snapshot.capture.packets = UInt64(seconds * 100)
  snapshot.capture.bytes = 1_000_000
  snapshot.capture.firstPacket = Timestamp(seconds: 1_700_000_000)
  snapshot.capture.lastPacket = Timestamp(
    nanoseconds: 1_700_000_000_000_000_000 + Int64(seconds * 1e9))
  fill(&snapshot)
  return snapshot
}

/// Changes of one category, as "+subject", "-subject" and "~subject", most relevant first.
func told(_ category: ChangeCategory, _ base: Snapshot, _ new: Snapshot) -> [String] {
  Comparison(base: base, new: new).changes(in: category).map(\.mark)
}

func omitted(_ base: Snapshot, _ new: Snapshot) -> [Omission.Reason: Int] {
  let omissions = Comparison(base: base, new: new).omissions
  return Dictionary(uniqueKeysWithValues: omissions.map { ($0.reason, $0.count) })
}

extension Change {
  var mark: String {
    switch kind {
    case .new: "+\(subject)"
    case .gone: "-\(subject)"
    case .changed: "~\(subject)"
    }
  }
}

/// A host that sent and received.
func host(
  _ address: UInt32, packets: UInt64 = 20, bytes: UInt64 = 2000, name: String? = nil,
  mac: UInt64? = nil
) -> Host {
  var host = Host(address: IPAddress(v4: address))
  host.packetsSent = packets / 2
  host.packetsReceived = packets - packets / 2
  host.bytesSent = bytes / 2
  host.bytesReceived = bytes - bytes / 2
  host.names = name.map { [HostName(name: $0, source: "dns")] } ?? []
  host.mac = mac.map { MACAddress(rawValue: $0) }
  return host
}

/// A port on which somebody answered, unless a test says otherwise.
func service(
  _ port: UInt16, _ transport: String = "TCP", application: String? = nil,
  established: UInt64 = 3, failed: UInt64 = 0, bytes: UInt64 = 5000
) -> Service {
  var service = Service(transport: transport, port: port)
  service.application = application
  service.conversations = established + failed
  service.established = established
  service.failed = failed
  service.bytes = bytes
  return service
}
