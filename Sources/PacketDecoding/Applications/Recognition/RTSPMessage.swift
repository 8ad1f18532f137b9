/// A request or response of RTSP by its first line (RFC 7826 section 4).
package enum RTSPMessage {
  package static func recognizes(_ reader: ByteReader) -> Bool {
    if reader.starts(with: "RTSP/1.0 ") || reader.starts(with: "RTSP/2.0 ") { return true }
    let line = reader.firstLine
    return line.ends(with: " RTSP/1.0") || line.ends(with: " RTSP/2.0")
  }
}
