/// Something in a message that says whether a service is safe, or works; it carries no text.
package enum ApplicationSign: Hashable, Sendable {
  /// The client sent a password in clear text.
  case credential(CredentialKind)
  /// The server refused a login.
  case loginRefused
  /// The server goes on in SMB 1.
  case speaksSMB1
  /// The server of SIP answered a request for good.
  case sipAnswer(isFailure: Bool)
}
