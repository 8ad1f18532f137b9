internal import CLinux
internal import Glibc

/// Ends a wait in `poll(2)`, from any thread; a signal given before the wait ends it, too.
package final class WakeSignal: Sendable {
  /// Readable while a signal is pending.
  package let descriptor: Int32

  package init() {
    descriptor = linux_event_descriptor()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  package func send() {
    var one: UInt64 = 1
    // It fails only when so many are pending already that the wait ends anyway.
    _ = unsafe write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// True if one was pending.
  package func take() -> Bool {
    var count: UInt64 = 0
    return unsafe read(descriptor, &count, MemoryLayout<UInt64>.size) > 0
  }
}
