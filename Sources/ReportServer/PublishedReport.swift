import Synchronization

/// What is served now: whole reports replace each other, so that a page and its pictures belong
/// together.
///
/// The report before is kept for pages that are being loaded while a new one comes: a path with
/// `?v=MARK` is served from it if that is where the file has this mark.
package final class PublishedReport: Sendable {
  private struct State {
    var current: Generation?
    var previous: Generation?
    var status: PublishedFile?
    var metrics: PublishedFile?
  }

  private let state = Mutex(State())
  let watchers = Watchers()

  private let mark: Generation.Mark

  /// `mark` is what the pages add to a path to name the content that they mean.
  package init(mark: @escaping @Sendable ([UInt8]) -> String = { _ in "" }) {
    self.mark = mark
  }

  /// Replaces everything that is served by `files`, whose paths are relative to the report.
  package func publish(_ files: [(path: String, bytes: [UInt8])], generation: UInt64) {
    let before = state.withLock { $0.current }
    let next = Generation(files, number: generation, following: before, mark: mark)
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

  /// The file at `path`: that with the mark if there is one, else the newest.
  func file(_ path: String, mark: String? = nil) -> PublishedFile? {
    state.withLock { state in
      if path == "status.json", let status = state.status { return status }
      let file = state.current?.files[path]
      guard let mark, mark != file?.mark, let old = state.previous?.files[path], mark == old.mark
      else { return file }
      return old
    }
  }
}
