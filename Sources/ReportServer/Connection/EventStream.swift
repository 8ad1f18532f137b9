import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// Server-sent events: one for each report, the current one at once.
///
/// A client that comes back gets the current report's event whatever its `Last-Event-ID`: after a
/// restart the same number names another report. A slow client gets the newest event only.
struct EventStream {
  let published: PublishedReport
  let watcher: Watchers.Watcher

  func response(to request: Request) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-cache",
        // nginx would collect events otherwise.
        HTTPField.Name("X-Accel-Buffering")!: "no",
      ],
      body: ResponseBody { writer in
        try await request.body.consumeWithInboundCloseHandler { _ in
          try await write(to: &writer)
        } onInboundClosed: {
          watcher.leave()
        }
        try await writer.finish(nil)
      })
  }

  @concurrent private func write(to writer: inout any ResponseBodyWriter) async throws {
    var announced: UInt64?
    for await _ in watcher.wakeUps {
      let generation = published.generation
      let isNew = generation != nil && generation != announced
      try await writer.write(ByteBuffer(string: isNew ? Self.event(generation!) : ":\n\n"))
      announced = generation
    }
  }

  private static func event(_ generation: UInt64) -> String {
    "id: \(generation)\nevent: report\ndata: {\"generation\":\(generation)}\n\n"
  }
}
