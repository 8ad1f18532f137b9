import PacketDecoding

extension HTTPExchange {
  /// A request and its response, as far as they have come.
  struct Entry {
    /// A message that has ended.
    enum Message {
      case request(HTTPRequest)
      /// With the host that answered.
      case response(HTTPResponse, to: String?)
    }

    var number: UInt32
    /// Whether the request went from the client of the flow to its server, as most do.
    let requestFromClient: Bool
    /// Of the request.
    let ends: MessageEnds
    /// When the request came; without one, the response.
    let time: Int64
    var request: HTTPRequest?
    var response: HTTPResponse?
    var latency: Int64?
    var requestBytes: UInt64 = 0
    var responseBytes: UInt64 = 0
    var isRequestOver = false
    var isRequestWhole = false
    var isResponseOver = false
    var isWhole = true

    init(number: UInt32, requestFromClient: Bool, ends: MessageEnds, time: Int64) {
      self.number = number
      self.requestFromClient = requestFromClient
      self.ends = ends
      self.time = time
    }

    /// The host that was asked, where the whole request counts for it.
    var hostName: String? { isRequestWhole ? request?.hostName : nil }

    /// Whether the time to the response is what the server took: not that of a body on its way up,
    /// of a tunnel, or of a connection for events.
    var tellsOfServer: Bool {
      guard let request, let response, request.method == "GET" || request.method == "HEAD",
        response.status >= 200
      else { return false }
      return request.fields.upgrade == nil && response.mediaType != "text/event-stream"
    }

    var isOver: Bool { isRequestOver && isResponseOver }

    /// Ends the message of one direction; which that is, or nil if none has come.
    mutating func end(fromClient: Bool, bodyByteCount: UInt64, isWhole whole: Bool) -> Message? {
      isWhole = isWhole && whole
      if fromClient == requestFromClient {
        guard let request, !isRequestOver else { return nil }
        isRequestOver = true
        isRequestWhole = whole
        requestBytes = bodyByteCount
        return .request(request)
      }
      guard let response, !isResponseOver else { return nil }
      isResponseOver = true
      responseBytes = bodyByteCount
      return .response(response, to: hostName)
    }

    /// A response comes later, and is small: what it takes counts from the start.
    var heldByteCount: Int {
      guard let request else { return 1024 }
      return 1024 + request.target.utf8.count + request.fields.textByteCount
    }
  }
}
