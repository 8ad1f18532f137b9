internal import PacketDecoding

/// What a checksum covers, before and after.
struct ChecksumChange {
  var before = InternetChecksum()
  var after = InternetChecksum()
}
