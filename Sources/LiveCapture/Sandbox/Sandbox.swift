internal import CLinux
internal import Glibc

/// Gives up what a process may do, once the capture devices are open and before a packet is read.
///
/// What remains is a process that writes beneath its output directories, reads fonts and time zones,
/// reads the sockets it holds, and cannot get anything back: no capability, no way to gain one
/// through a program, no user but an ordinary one, no other file (where the kernel has Landlock), no
/// connection to anybody. Directories are known by what they are, not by name: one that is removed
/// and made again later is not among them.
package struct Sandbox {
  private let policy: SandboxPolicy
  private var notes: [String] = []

  /// Returns one line for each thing that could not be given up; under ``SandboxPolicy/strict`` any
  /// such thing is an error. A user that does not exist, or whom `user` names and who may not write to
  /// the directories, is an error under either.
  ///
  /// Credentials belong to threads on Linux, therefore no second one may run yet. The directories must
  /// exist and be readable; which of them change their owner says ``DirectoryHandover``.
  /// - Parameters:
  ///   - user: `NAME[:GROUP]` or numbers, to become when root; else see
  ///     ``UserIdentity/owner(of:)``.
  ///   - ports: Those that will be listened on afterwards; 0 stands for any free one. Ports below
  ///     1,024 are for those who had them before.
  package static func enter(
    policy: SandboxPolicy, user: String? = nil, writable directories: [String],
    readable: [String] = [], listening ports: [UInt16] = []
  ) throws(SandboxError) -> [String] {
    guard policy != .off else { return [] }
    for path in directories where DirectoryHandle(path, followingLinks: true) == nil {
      throw .system("cannot open the directory \(path)")
    }
    var sandbox = Sandbox(policy: policy)
    try sandbox.insist(requireOneThread)
    let landlock = try sandbox.landlock(directories, readable, ports)
    Capabilities.dropBounding()
    try sandbox.changeUser(to: user, writing: directories)
    try sandbox.insist { () throws(SandboxError) in
      try Capabilities.dropAll()
      guard linux_set_no_new_privileges() == 0, linux_set_not_dumpable() == 0 else {
        throw .system("cannot refuse new privileges")
      }
    }
    if let landlock {
      try sandbox.insist { () throws(SandboxError) in try landlock.enforce() }
    }
    return sandbox.notes
  }

  private init(policy: SandboxPolicy) { self.policy = policy }

  private mutating func insist(_ step: () throws(SandboxError) -> Void) throws(SandboxError) {
    do throws(SandboxError) {
      try step()
    } catch {
      try accept(error)
    }
  }

  private mutating func accept(_ error: SandboxError) throws(SandboxError) {
    guard policy == .best else { throw error }
    notes.append(error.description)
  }

  private static func requireOneThread() throws(SandboxError) {
    guard let threads = DirectoryHandle("/proc/self/task", followingLinks: true)?.names(atMost: 99)
    else {
      throw .system("cannot count the threads in /proc/self/task, which may keep their privileges")
    }
    guard threads.count == 1 else {
      throw SandboxError("\(threads.count - 1) other threads run already and keep their privileges")
    }
  }

  private mutating func landlock(
    _ directories: [String], _ readable: [String], _ ports: [UInt16]
  ) throws(SandboxError) -> Landlock? {
    do throws(SandboxError) {
      let landlock = try Landlock()
      for path in Landlock.systemPaths + readable { try? landlock.allow(.reading, beneath: path) }
      for path in directories { try landlock.allow(.writing, beneath: path) }
      for port in ports { try landlock.allowListening(on: port) }
      return landlock
    } catch {
      try accept(error)
      return nil
    }
  }

  /// Becomes the given or a fitting user; if nobody chose and it cannot be, stays root without rights.
  private mutating func changeUser(
    to wanted: String?, writing directories: [String]
  ) throws(SandboxError) {
    let chosen = try wanted.map { (text) throws(SandboxError) in try UserIdentity(text) }
    guard geteuid() == 0 else {
      guard let chosen, chosen.user != getuid() || chosen.group != getgid() else { return }
      return try accept(
        SandboxError("cannot become \(chosen.name): only root can; leave out --user"))
    }
    let identity = chosen ?? UserIdentity.owner(of: directories)
    do throws(SandboxError) {
      try DirectoryHandover(to: identity).handOver(directories)
      try identity.assume()
    } catch {
      guard chosen == nil, policy == .best else { throw error }
      notes.append("\(error); stays root, without the rights of root")
      if let path = try UserIdentity.unwritableWithoutRights(directories).first {
        throw SandboxError("\(path) is not root's: cannot write to it without the rights of root")
      }
    }
  }
}
