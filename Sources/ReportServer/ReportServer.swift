import Dispatch
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Synchronization

/// Serves the live report over HTTP, from memory, on one thread of its own.
package final class ReportServer: Sendable {
  private let published: PublishedReport
  private let settings: ServerSettings
  private let running = Mutex<Running?>(nil)

  private struct Running {
    var group: MultiThreadedEventLoopGroup
    var task: Task<Void, Never>
    var ended: DispatchSemaphore
    var port: Int
  }

  package init(_ published: PublishedReport, settings: ServerSettings) {
    self.published = published
    self.settings = settings
  }

  /// Binds the address, and serves until ``stop()``. An address that cannot be bound is an error
  /// here, before anything else is begun.
  package func start() throws {
    if settings.token == "" {
      throw ServerError("the token of --serve-token is empty; give a word that is hard to guess")
    }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let binding = Binding()
    let ended = DispatchSemaphore(value: 0)
    let application = application(on: group, binding: binding)
    let executor = EventLoopExecutor(group.next())
    let task = Task.detached(executorPreference: executor) { [settings] in
      // A task does not keep its executor alive.
      defer { withExtendedLifetime(executor) {} }
      do { try await application.run() } catch { binding.fail(error) }
      if binding.isBound, !Task.isCancelled {
        settings.onFailure("the report is no longer served on \(settings.address)")
      }
      ended.signal()
    }
    do {
      let port = try binding.wait()
      startHeartbeat(on: group.next())
      running.withLock { $0 = Running(group: group, task: task, ended: ended, port: port) }
    } catch {
      ended.wait()
      group.shutdownGracefully { _ in }
      throw BindingError.describe(error, binding: settings.address)
    }
  }

  /// Closes every connection; takes a second at most.
  package func stop() {
    guard let current = running.withLock({ $0 }) else { return }
    current.task.cancel()
    // Tasks that are left run on the group's thread: it may only end after them.
    guard current.ended.wait(timeout: .now() + 0.7) == .success else { return }
    running.withLock { $0 = nil }
    let ended = DispatchSemaphore(value: 0)
    current.group.shutdownGracefully { _ in ended.signal() }
    _ = ended.wait(timeout: .now() + 0.3)
  }

  /// Where to point a browser at; nil while nothing is served.
  package var boundAddress: String? {
    guard let port = running.withLock({ $0?.port }) else { return nil }
    let isWildcard = HostAddress(settings.address.host)?.isWildcard ?? false
    let name = isWildcard ? HostPolicy.ownNames.max { $0.count < $1.count } : nil
    return "http://\(name ?? HostAddress.bracketed(settings.address.host)):\(port)/"
  }

  private func application(
    on group: MultiThreadedEventLoopGroup, binding: Binding
  ) -> Application<ReportResponder> {
    let limits = settings.limits
    let quiet = Logger(label: "packetpress.server") { _ in SwiftLogNoOpLogHandler() }
    let responder = ReportResponder(
      published: published, limits: limits, hosts: HostPolicy(settings),
      token: settings.token.map { AccessToken($0, port: settings.address.port) })
    return Application(
      responder: responder,
      server: .http1(
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [ConnectionGuard(limits)],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.fieldBytes, maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: limits.fields))),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.address.host, port: settings.address.port),
        availableConnectionsDelegate: MaximumAvailableConnections(
          limits.connections, logger: quiet)),
      onServerRunning: { binding.succeed($0.localAddress?.port ?? 0) },
      eventLoopGroupProvider: .shared(group),
      logger: quiet)
  }

  private func startHeartbeat(on loop: any EventLoop) {
    let interval = TimeAmount(settings.limits.heartbeat)
    loop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { [published] _ in
      published.watchers.wake()
    }
  }
}
