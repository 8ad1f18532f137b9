import PacketDecoding

/// What the packets of one QUIC datagram said.
struct QUICEvents {
  var tls: [TLSEvent] = []
  /// Versions that the connection did not have before.
  var newVersions: [QUICVersion] = []
  var retries: UInt64 = 0
  var negotiations: UInt64 = 0
  var earlyData: UInt64 = 0
  var initials: UInt64 = 0
  /// Of these, those that could not be decrypted: cut short, damaged, or without the client's first.
  var closedInitials: UInt64 = 0
}
