/// A request or response of RTSP by its first line (RFC 7826 section 4).
package enum RTSP: ApplicationProtocol {
  package static let id = ProtocolID.rtsp
  package static let reference = "RFC 7826"
  package static let tcpPorts: [UInt16] = [554]

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    if reader.starts(with: "RTSP/1.0 ") || reader.starts(with: "RTSP/2.0 ") { return true }
    let line = reader.firstLine
    return line.ends(with: " RTSP/1.0") || line.ends(with: " RTSP/2.0")
  }
}
