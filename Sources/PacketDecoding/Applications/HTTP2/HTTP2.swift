/// HTTP/2 in clear text.
package enum HTTP2: ApplicationProtocol {
  package static let id = ProtocolID.http2
  package static let reference = "RFC 9113"
  package static let reads = "requests and responses as of HTTP, header blocks (HPACK)"
  package static let fields = [frames, resets, farewells]

  package static let frames = ApplicationField("http2.type", "Frames")
  package static let resets = ApplicationField("http2.rst_stream.error", "Streams reset")
  package static let farewells = ApplicationField("http2.goaway.error", "Connections ended")

  package static func recognizesStream(_ reader: ByteReader) -> Bool {
    HTTP2StreamParser.recognizes(reader)
  }
}
