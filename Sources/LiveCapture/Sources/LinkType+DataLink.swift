internal import CPcap
internal import CaptureFormats

/// libpcap's own numbers of link types, where they differ from the ones in files (`pcap-linktype(7)`).
extension LinkType {
  init(dataLink: Int32) {
    switch dataLink {
    case DLT_RAW: self = .raw
    case DLT_ATM_RFC1483: self.init(rawValue: 100)
    case DLT_ATM_CLIP: self.init(rawValue: 106)
    default: self.init(rawValue: UInt16(truncatingIfNeeded: dataLink))
    }
  }

  var dataLink: Int32 {
    switch rawValue {
    case 100: DLT_ATM_RFC1483
    case 101, 14: DLT_RAW  // 14 on OpenBSD
    case 106: DLT_ATM_CLIP
    default: Int32(rawValue)
    }
  }
}
