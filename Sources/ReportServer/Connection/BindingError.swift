import Glibc
import NIOCore

/// Puts the system's reason for refusing an address into words.
enum BindingError {
  static func describe(_ error: any Error, binding address: ServerAddress) -> ServerError {
    let code = (error as? IOError)?.errnoCode ?? 0
    let reason =
      switch code {
      case EADDRINUSE:
        "address already in use; choose another with --serve \(HostAddress.bracketed(address.host)):PORT"
      case EACCES:
        "permission denied; choose a port from 1024 on with --serve"
      case EADDRNOTAVAIL:
        "this machine has no such address; `ip address` lists those it has"
      default:
        "\(error)"
      }
    return ServerError("cannot serve on \(address): \(reason)")
  }
}
