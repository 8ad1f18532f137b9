import Glibc

/// A program that runs beside a test.
///
/// Foundation's `Process` learns of an end through a descriptor that other children inherit: as long as
/// one of them runs, it never does. This one asks the system.
package final class ChildProcess {
  package let identifier: Int32
  private var status: Int32?

  package struct SpawnError: Error, CustomStringConvertible {
    package var description: String
  }

  /// Starts `words[0]`, a path or a name; descriptors that are not given lead to /dev/null.
  package init(
    _ words: [String], environment: [String: String]? = nil, directory: String? = nil,
    input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in [input, output, errors].enumerated() {
      if let source {
        posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
      } else {
        let access = target == 0 ? O_RDONLY : O_WRONLY
        posix_spawn_file_actions_addopen(&actions, Int32(target), "/dev/null", access, 0)
      }
    }

    Self.keepPipesFromChildren()
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    let words = (directory.map { ["/usr/bin/env", "-C", $0] } ?? []) + words
    let settings = environment.map { $0.map { "\($0.key)=\($0.value)" } }
    var child: pid_t = 0
    let failure = Self.withPointers(words) { arguments in
      guard let settings else {
        return posix_spawnp(&child, words[0], &actions, &attributes, arguments, environ)
      }
      return Self.withPointers(settings) {
        posix_spawnp(&child, words[0], &actions, &attributes, arguments, $0)
      }
    }
    guard failure == 0 else {
      throw SpawnError(description: "cannot run \(words[0]): \(String(cString: strerror(failure)))")
    }
    identifier = child
  }

  /// A pipe whose other end a child inherits never ends.
  private static func keepPipesFromChildren() {
    for descriptor in Int32(3)..<1_024 {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { continue }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    guard isRunning else { return }
    kill(identifier, SIGKILL)
    _ = wait(seconds: 5)
  }

  private static func withPointers<Result>(
    _ words: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = words.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
  }

  package var isRunning: Bool { poll() == nil }

  package func send(_ signal: Int32) { if isRunning { kill(identifier, signal) } }

  /// Waits for the end; returns the exit status, or the number of the signal that ended it, or nil if
  /// it still runs.
  package func wait(seconds: Double) -> Int32? {
    var left = seconds
    while left > 0 {
      if let status = poll() { return status }
      usleep(5_000)
      left -= 0.005
    }
    return poll()
  }

  private func poll() -> Int32? {
    if let status { return status }
    var word: Int32 = 0
    guard waitpid(identifier, &word, WNOHANG) == identifier else { return nil }
    status = word & 0x7f == 0 ? (word >> 8) & 0xff : word & 0x7f
    return status
  }
}
