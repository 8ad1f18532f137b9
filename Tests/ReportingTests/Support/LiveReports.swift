import CaptureFormats
import Foundation
import Reporting
import TrafficAnalysis

/// Live reports made by hand, one generation after the other.
enum LiveReports {
  static func page(_ generation: UInt64, every: Int = 1, updated: Timestamp? = nil) -> LivePage {
    let started = Timestamp(nanoseconds: Snapshots.start.nanoseconds)
    var page = LivePage(
      everySeconds: every, windowSeconds: 900, started: started,
      updated: updated ?? Timestamp(
        nanoseconds: started.nanoseconds + Int64(generation) * 1_000_000_000), source: "eth0")
    page.generation = generation
    page.packets = 184_223 + generation * 10
    page.bytes = 148_223_118 + generation * 8_000
    page.packetsPerSecond = 1_234.5
    page.bitsPerSecond = 12_400_000
    page.activeFlows = 321
    page.dropped = 0
    page.interfaces = [
      .init(name: "eth0", state: "up", received: 184_300, dropped: 0, droppedByInterface: 0)
    ]
    return page
  }

  /// The busy office, in which more happens with every generation.
  static func snapshot(_ generation: UInt64) -> Snapshot {
    var snapshot = Snapshots.busy
    snapshot.capture.packets += generation * 10
    snapshot.capture.bytes += generation * 8_000
    let bins = snapshot.timeline.packets.indices.suffix(Int(min(generation, 200)))
    for bin in bins { snapshot.timeline.packets[bin] += 300 }
    snapshot.recentPackets = (0..<60).map { index in
      var packet = RecentPacket(
        number: snapshot.capture.packets - 59 + UInt64(index), time: Snapshots.start, length: 74)
      packet.source = "10.0.0.5"
      packet.destination = "198.51.100.7"
      packet.protocolName = "TLS"
      packet.info = "Application Data"
      return packet
    }
    return snapshot
  }

  /// The same without what is not kept apart for the last while.
  static func window(_ generation: UInt64) -> Snapshot {
    var snapshot = snapshot(generation)
    snapshot.tcp = .init()
    snapshot.dns = .init()
    snapshot.http = .init()
    snapshot.tls = .init()
    snapshot.arp = .init()
    snapshot.icmp = .init()
    return snapshot
  }

  /// Drops, notices, and many interfaces of which two do not work.
  static func addTrouble(to page: inout LivePage) {
    page.dropped = 1_203
    page.notices = [
      "eth1 is down; waiting for it to come back.", "The disk is full: saving has stopped.",
    ]
    page.saved = ["/var/captures/office-00017.pcapng", "/var/captures/office-00018.pcapng"]
    page.source = "eth0, eth1, wlan0, docker0, veth11, veth12, veth13, any-12"
    page.interfaces = (0..<9).map { index in
      let state = index == 1 ? "down" : index == 7 ? "gone" : "up"
      return LivePage.Interface(
        name: "eth\(index)", state: state, received: 184_300, dropped: UInt64(index * 70),
        droppedByInterface: UInt64(index % 2))
    }
  }

  static func report(
    _ page: LivePage, _ change: (inout ReportOptions) -> Void = { _ in }
  ) -> LiveReport {
    LiveReport(
      whole: snapshot(page.generation), window: window(page.generation),
      options: Reports.options { options in
        options.formats = [.html, .json]
        change(&options)
      }, page: page)
  }

  static func files(_ page: LivePage) throws -> [String: String] {
    let files = try report(page).files(parallel: true)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  static var now: Timestamp {
    Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1e6) * 1_000)
  }
}
