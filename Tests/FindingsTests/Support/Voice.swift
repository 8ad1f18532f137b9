import TestSupport
import TrafficSupport

extension Traffic {
  /// A packet of RTP with 20 ms of speech, or of video.
  mutating func voice(_ sequence: UInt16, type: UInt8 = 0) {
    var bytes: [UInt8] = [0x80, type]
    bytes.appendNetwork(sequence)
    bytes.appendNetwork(UInt32(sequence) * (type == 0 ? 160 : 1800))
    bytes.appendNetwork(UInt32(0xABCD))
    udp(from: (1, 4000), to: (2, 5000), bytes + [UInt8](repeating: 0xD5, count: 160))
  }
}
