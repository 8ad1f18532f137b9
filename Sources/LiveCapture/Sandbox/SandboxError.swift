internal import Glibc

/// What could not be given up, and why.
package struct SandboxError: Error, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }

  /// `what`, and the reason that the last system call left in `errno`.
  static func system(_ what: String) -> SandboxError {
    let reason = unsafe String(cString: strerror(errno)).lowercased()
    return SandboxError("\(what): \(reason)")
  }
}
