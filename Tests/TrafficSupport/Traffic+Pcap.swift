import CaptureFormats
import TestSupport

extension Traffic {
  /// The packets as a capture of the classic format; all must be of raw IP and have a time.
  package var pcap: [UInt8] {
    var builder = PcapBuilder(magic: PcapBuilder.nanoseconds, network: 101)
    for packet in packets {
      let (seconds, fraction) = packet.time.nanoseconds.quotientAndRemainder(
        dividingBy: 1_000_000_000)
      builder.add(
        packet.bytes, seconds: UInt32(seconds), fraction: UInt32(fraction),
        original: packet.length)
    }
    return builder.bytes
  }
}
