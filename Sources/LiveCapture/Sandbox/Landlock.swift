internal import CLinux
internal import Glibc

/// Rules by which the kernel refuses this thread every file and connection but the allowed,
/// `landlock(7)`.
///
/// It takes the newest version that the kernel offers: the first, Linux 5.13, limits files; the third,
/// 6.2, also cutting them short; the fourth, 6.7, TCP; the sixth, 6.12, signals and abstract sockets.
package struct Landlock: ~Copyable {
  private let ruleset: Int32
  private let version: Int
  private let handled: LandlockAccess

  /// What the kernel offers; 0 if nothing.
  package static var version: Int { max(0, Int(linux_landlock_version())) }

  private static let listenRight: UInt64 = 1 << 0
  private static let connectRight: UInt64 = 1 << 1

  /// What libraries read while a report is made: fonts, time zones, counters of interfaces, cores.
  static var systemPaths: [String] {
    let home = unsafe getenv("HOME").map { unsafe String(cString: $0) }
    return [
      "/usr", "/lib", "/lib64", "/etc/fonts", "/var/cache/fontconfig", "/etc/localtime",
      "/etc/ld.so.cache", "/dev/null", "/dev/urandom", "/proc/self", "/sys/class/net",
      "/sys/devices", "/sys/fs/cgroup",
    ]
      + [".fonts", ".local/share/fonts", ".config/fontconfig", ".cache/fontconfig"].compactMap {
        name in home.map { "\($0)/\(name)" }
      }
  }

  init() throws(SandboxError) {
    let version = Self.version
    guard version > 0 else {
      throw SandboxError("this kernel has no Landlock: files elsewhere stay open to this user")
    }
    let handled = LandlockAccess.known(to: version)
    let network = version >= 4 ? Self.listenRight | Self.connectRight : 0
    let scopes: UInt64 = version >= 6 ? 0b11 : 0
    let ruleset = linux_landlock_create(handled.rawValue, network, scopes)
    guard ruleset >= 0 else { throw .system("cannot make rules of Landlock") }
    self.ruleset = ruleset
    self.version = version
    self.handled = handled
  }

  deinit { close(ruleset) }

  func allow(_ access: LandlockAccess, beneath path: String) throws(SandboxError) {
    let descriptor = unsafe open(path, linux_o_path | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("cannot open \(path)") }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system("cannot look at \(path)") }
    let isDirectory = status.st_mode & S_IFMT == S_IFDIR
    let rights = access.intersection(handled).intersection(isDirectory ? handled : .ofFile)
    guard linux_landlock_allow_path(ruleset, descriptor, rights.rawValue) == 0 else {
      throw .system("cannot allow \(path) to Landlock")
    }
    // In /proc a rule lasts only as long as something holds the directory; this one is needed for
    // the life of the process.
    if path != "/proc/self" { close(descriptor) }
  }

  func allowListening(on port: UInt16) throws(SandboxError) {
    guard version >= 4 else { return }
    guard linux_landlock_allow_port(ruleset, port, Self.listenRight) == 0 else {
      throw .system("cannot allow port \(port) to Landlock")
    }
  }

  func enforce() throws(SandboxError) {
    guard linux_landlock_restrict_self(ruleset) == 0 else {
      throw .system("cannot enforce the rules of Landlock")
    }
  }
}
