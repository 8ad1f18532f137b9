import Crypto
import HTTPTypes
import Hummingbird
import HummingbirdCore

/// What a request must know: in its query (once), in a cookie (afterwards), or as a bearer token
/// (RFC 6750). Only digests are compared, in constant time.
struct AccessToken: Sendable {
  private let token: SHA256Digest
  private let cookie: SHA256Digest
  private let cookieName: String
  private let cookieValue: String

  /// `port` keeps the cookies of two servers of one machine apart.
  init(_ text: String, port: Int) {
    token = Self.digest(text)
    // The cookie shows nothing of the token, and needs no quoting.
    cookieValue = Self.digest("packetpress cookie\n" + text).hex
    cookie = Self.digest(cookieValue)
    cookieName = "packetpress-\(port)"
  }

  enum Verdict {
    case granted
    /// The query had the token: go on without it.
    case grantedOnce(setCookie: String)
    case denied
  }

  func check(_ request: Request) -> Verdict {
    if let given = request.uri.queryParameters["token"], Self.digest(String(given)) == token {
      let cookie = "\(cookieName)=\(cookieValue); Path=/; HttpOnly; SameSite=Strict"
      return .grantedOnce(setCookie: cookie)
    }
    if let bearer = request.headers[.authorization], bearer.lowercased().hasPrefix("bearer "),
      Self.digest(String(bearer.dropFirst(7))) == token
    {
      return .granted
    }
    if let given = request.cookies[cookieName]?.value, Self.digest(given) == cookie {
      return .granted
    }
    return .denied
  }

  private static func digest(_ text: String) -> SHA256Digest { SHA256.hash(data: Array(text.utf8)) }
}
