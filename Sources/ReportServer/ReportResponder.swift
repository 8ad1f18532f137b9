import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Answers requests from what was published, and from nothing else: paths are looked up as they
/// are written, so that there is nothing to climb out of.
struct ReportResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  let published: PublishedReport
  let limits: ServerLimits
  let hosts: HostPolicy
  let token: AccessToken?

  /// The first field Host is the request's authority; only further ones are left as fields.
  private static let secondHost = HTTPField.Name("Host")!

  func respond(to request: Request, context: BasicRequestContext) async -> Response {
    let response = refusal(of: request) ?? answer(to: request)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func refusal(of request: Request) -> Response? {
    let path = request.head.path ?? ""
    if request.headers[.contentLength].map({ $0 != "0" }) ?? false
      || request.headers[.transferEncoding] != nil
    {
      return .text(.contentTooLarge, "no request has a body here", headers: [.connection: "close"])
    }
    if path.utf8.count > limits.targetBytes {
      return .text(.uriTooLong, "no path is that long here", headers: [.connection: "close"])
    }
    guard request.method == .get || request.method == .head else {
      return .text(.methodNotAllowed, "only GET and HEAD", headers: [.allow: "GET, HEAD"])
    }
    guard path.first == "/", let host = request.head.authority,
      !request.headers.contains(Self.secondHost)
    else {
      return .text(.badRequest, "a request needs a path and one Host")
    }
    guard hosts.accepts(host) else {
      return .text(
        .misdirectedRequest, "this server is not known by that name; use an address, or a token")
    }
    return nil
  }

  private func answer(to request: Request) -> Response {
    let path = request.uri.path
    if path == "/healthz" { return .text(.ok, "ok") }
    switch token?.check(request) {
    case .grantedOnce(let cookie):
      let last = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      return .redirect(.seeOther, to: "./\(last)", headers: [.setCookie: cookie])
    case .denied:
      return .text(
        .unauthorized,
        "this report needs its token: add ?token=TOKEN, or send Authorization: Bearer TOKEN",
        headers: [.wwwAuthenticate: "Bearer realm=\"packetpress\""])
    case .granted, nil:
      break
    }
    switch path {
    case "/events": return events(for: request)
    case "/metrics": return page(published.metrics, for: request) ?? notYet
    default: return file(path, for: request)
    }
  }

  private func events(for request: Request) -> Response {
    guard let watcher = published.watchers.join(limit: limits.eventStreams) else {
      return .text(
        .serviceUnavailable, "\(limits.eventStreams) pages listen already",
        headers: [.retryAfter: "30"])
    }
    return EventStream(published: published, watcher: watcher).response(to: request)
  }

  private func file(_ path: String, for request: Request) -> Response {
    guard published.generation != nil else { return notYet }
    let generation = request.uri.queryParameters["g"].flatMap { UInt64($0) }
    let name = String(path.dropFirst())
    let isFolder = name.isEmpty || name.hasSuffix("/")
    let file = published.file(isFolder ? name + "index.html" : name, generation: generation)
    if let response = page(file, for: request) { return response }
    if published.file(name + "/index.html", generation: generation) != nil {
      return .redirect(.permanentRedirect, to: "./\(name.split(separator: "/").last ?? "")/")
    }
    return .text(.notFound, "there is no such file in this report")
  }

  private func page(_ file: PublishedFile?, for request: Request) -> Response? {
    file.map { FileResponse(file: $0, request: request).response }
  }

  /// Browsers follow `Refresh`, whoever made it.
  private var notYet: Response {
    .text(
      .serviceUnavailable, "the first report is being made",
      headers: [.retryAfter: "1", HTTPField.Name("Refresh")!: "1"])
  }
}
