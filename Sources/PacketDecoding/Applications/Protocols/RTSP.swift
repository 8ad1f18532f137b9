/// Remote control of media: requests, answers, and the streams that they set up.
package enum RTSP: ApplicationProtocol {
  package static let id = ProtocolID.rtsp
  package static let reference = "RFC 7826"
  package static let tcpPorts: [UInt16] = [554]

  package static let method = ApplicationField("rtsp.method", "Methods")
  package static let status = ApplicationField("rtsp.status", "Status codes")
  package static let transport = ApplicationField("rtsp.transport", "Transports")
  package static let codec = ApplicationField("sdp.mime.type", "Codecs offered")
  package static let fields = [method, status, transport, codec]

  /// A request or response by its first line (section 4).
  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    if reader.starts(with: "RTSP/1.0 ") || reader.starts(with: "RTSP/2.0 ") { return true }
    let line = reader.firstLine
    return line.ends(with: " RTSP/1.0") || line.ends(with: " RTSP/2.0")
  }

  package static func makeStreamParser() -> (any ApplicationStreamParser)? { RTSPParser() }
}
