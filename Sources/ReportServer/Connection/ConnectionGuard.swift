import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Ends connections that take too long, and puts the security headers on every response, those of
/// the HTTP parser too.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ServerLimits
  /// Until when a request, or the client's end of the connection, must have come.
  private var readDeadline: NIODeadline?
  /// Until when the client must have taken what was written.
  private var writeDeadline: NIODeadline?
  private var timer: Scheduled<Void>?
  /// Requests that came and are not answered yet.
  private var unanswered = 0
  /// Parts of responses that the socket has not taken yet.
  private var unsent = 0
  private var closesAfterResponse = false
  private var headerIsTooLong = false

  init(_ limits: ServerLimits) {
    self.limits = limits
  }

  func channelActive(context: ChannelHandlerContext) {
    // Left to itself, the kernel takes megabytes for each client that does not read.
    try? context.channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: 128 << 10)
    readDeadline = .now() + TimeAmount(limits.requestTime)
    reschedule(context)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head: unanswered += 1
    case .body: break
    case .end: if !closesAfterResponse { readDeadline = nil }
    }
    reschedule(context)
    context.fireChannelRead(data)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if case HTTPParserError.headerOverflow = error { headerIsTooLong = true }
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    var part = unwrapOutboundIn(data)
    if case .head(var head) = part {
      if headerIsTooLong { head.status = .requestHeaderFieldsTooLarge }
      head.headerFields.append(contentsOf: SecurityHeaders.fields)
      closesAfterResponse = head.headerFields[.connection] == "close"
      part = .head(head)
    }
    let taken = promise ?? context.eventLoop.makePromise()
    let isEnd = if case .end = part { true } else { false }
    noteWriting(context)
    taken.futureResult.assumeIsolated().whenComplete { _ in
      self.noteTaken(isEnd: isEnd, context)
    }
    context.write(wrapOutboundOut(part), promise: taken)
  }

  func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
    if mode == .output { readDeadline = .now() + TimeAmount(limits.lingerTime) }
    reschedule(context)
    context.close(mode: mode, promise: promise)
  }

  private func noteWriting(_ context: ChannelHandlerContext) {
    unsent += 1
    guard unsent == 1 else { return }
    writeDeadline = .now() + TimeAmount(limits.sendTime)
    reschedule(context)
  }

  private func noteTaken(isEnd: Bool, _ context: ChannelHandlerContext) {
    unsent -= 1
    if unsent == 0 { writeDeadline = nil }
    if isEnd {
      unanswered -= 1
      if closesAfterResponse {
        // Not both ways: the response would be lost with what the client still sends.
        close(context: context, mode: .output, promise: nil)
      } else if unanswered == 0 {
        readDeadline = .now() + TimeAmount(limits.idleTime)
      }
    }
    reschedule(context)
  }

  private func reschedule(_ context: ChannelHandlerContext) {
    timer?.cancel()
    timer = nil
    guard context.channel.isActive,
      let deadline = [readDeadline, writeDeadline].compactMap({ $0 }).min()
    else { return }
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
      context.close(promise: nil)
    }
  }
}
