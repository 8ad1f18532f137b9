import Synchronization

/// What is served now: whole reports replace each other, so that a page and its pictures belong
/// together.
///
/// The report before is kept for pages that are being loaded while a new one comes: a path with
/// `?g=N` is served from generation N as long as it is there.
package final class PublishedReport: Sendable {
  private struct State {
    var current: Generation?
    var previous: Generation?
    var status: PublishedFile?
    var metrics: PublishedFile?
  }

  private let state = Mutex(State())
  let watchers = Watchers()

  package init() {}

  /// Replaces everything that is served by `files`, whose paths are relative to the report.
  package func publish(_ files: [(path: String, bytes: [UInt8])], generation: UInt64) {
    let before = state.withLock { $0.current }
    let next = Generation(files, number: generation, following: before)
    state.withLock { state in
      state.previous = state.current
      state.current = next
      state.status = nil
    }
    watchers.wake()
  }

  /// Replaces `status.json` until the next report, and what `/metrics` says.
  package func publishStatus(json: String, metrics: String) {
    let status = PublishedFile(Array(json.utf8), contentType: ContentType(path: "status.json"))
    let metrics = PublishedFile(Array(metrics.utf8), contentType: .metrics)
    state.withLock { state in
      state.status = status
      state.metrics = metrics
    }
  }

  var generation: UInt64? { state.withLock { $0.current?.number } }

  var metrics: PublishedFile? { state.withLock { $0.metrics } }

  /// The file at `path`, of the report that was asked for if it is still there.
  func file(_ path: String, generation: UInt64? = nil) -> PublishedFile? {
    state.withLock { state in
      if path == "status.json", let status = state.status { return status }
      let isPrevious = generation != nil && generation == state.previous?.number
      return (isPrevious ? state.previous : state.current)?.files[path]
    }
  }
}
