package import CaptureFormats

extension Anonymizer {
  /// The packet of a record with images of its addresses, as far as its headers are understood: without
  /// payload, and with a right checksum where it was right.
  ///
  /// The record that comes back says where the packet lies in the bytes that come with it. It is as long on
  /// the wire as before.
  package func packet(
    _ record: PacketRecord, in source: [UInt8]
  ) -> (record: PacketRecord, bytes: [UInt8]) {
    var rewriter = FrameRewriter(Array(source[record.frame]), self)
    rewriter.rewrite(record.linkType)
    var result = record
    result.offset = 0
    result.capturedLength = rewriter.kept
    return (result, rewriter.image)
  }
}
