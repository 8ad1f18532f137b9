internal import Wording

extension GlossaryTerms {
  /// Addresses, links and places.
  static let network: [GlossaryEntry] = [
    .marked("IP", text: "Internet Protocol: carries packets from network to network."),
    .marked("IPv4", text: "Internet Protocol, version 4, with addresses of four numbers."),
    .marked("IPv6", text: "Internet Protocol, version 6, with addresses of up to eight groups."),
    .marked(
      "ARP", text: "Address Resolution Protocol: asks which adapter has an IPv4 address."),
    .marked(
      "ICMP", text: "Internet Control Message Protocol: errors and echoes of the network."),
    .marked("ICMPv6", text: "ICMP of IPv6, which also finds neighbours and routers."),
    .marked("Echo request", text: "What ping sends; whoever gets it answers with an echo reply."),
    .marked("MAC address", "MAC", text: "The address of a network adapter on its link."),
    .marked("Link type", text: "What the capture's packets begin with: Ethernet, Wi-Fi, …"),
    .marked("VLAN", text: "A virtual local network: several networks on one wire, told by a tag."),
    .marked("GeoIP", text: "Files that tell in which country an address is registered."),
    .marked(
      "Autonomous system", text: "The networks of one operator, known by a number (AS)."),
  ]
}
