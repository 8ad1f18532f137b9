import PacketDecoding
import TrafficAnalysis

extension JSONReport {
  func writeLink(_ json: inout JSONWriter) {
    let arp = snapshot.arp
    json.object("arp") { json in
      json.field("packets", arp.packets)
      json.counts("operations", arp.operations)
      json.field("gratuitous", arp.gratuitous)
      json.rows("claims", arp.claims) { row, claim in
        row.field("address", claim.address.description)
        row.field("mac", claim.mac.description)
        row.field("mac_vendor", claim.macVendor)
        row.field("packets", claim.packets)
      }
    }
    json.object("dhcp") { json in
      json.rows("leases", snapshot.leases) { $0.fields(of: $1) }
    }
    let icmp = snapshot.icmp
    json.object("icmp") { json in
      json.counts("types", icmp.v4)
      json.counts("v6_types", icmp.v6)
      json.field("echo_requests", icmp.echoRequests)
      json.field("echo_replies", icmp.echoReplies)
      json.milliseconds("echo_rtt_ms", icmp.echoRTT)
    }
    let fragments = snapshot.fragments
    json.object("fragments") { json in
      json.field("packets", fragments.packets)
      json.field("datagrams", fragments.datagrams)
      json.field("incomplete", fragments.incomplete)
      json.field("overlaps", fragments.overlaps)
      json.field("conflicts", fragments.conflicts)
    }
  }
}
