internal import CaptureFormats

/// What the kernel says an interface is (`ARPHRD_` values of `<linux/if_arp.h>`).
struct HardwareType: RawRepresentable, Hashable {
  var rawValue: UInt32

  static let ethernet = HardwareType(rawValue: 1)
  static let tunnel = HardwareType(rawValue: 768)
  static let loopback = HardwareType(rawValue: 772)
  static let sit = HardwareType(rawValue: 776)
  static let ieee80211 = HardwareType(rawValue: 801)
  static let ieee80211Radiotap = HardwareType(rawValue: 803)
  static let none = HardwareType(rawValue: 0xFFFE)

  /// What a packet socket of type `SOCK_RAW` delivers from it, as libpcap names it; nil where that
  /// is not known to hold or libpcap takes another type of socket.
  var linkType: LinkType? {
    switch self {
    case .ethernet, .loopback: .ethernet
    case .none, .tunnel, .sit: .raw
    case .ieee80211: .ieee80211
    case .ieee80211Radiotap: .ieee80211Radiotap
    default: nil
    }
  }
}
