internal import CLinux
internal import Glibc

/// The capabilities of the calling thread, `capabilities(7)`.
enum Capabilities {
  /// Takes all from what programs started later may have; nothing where that is not allowed, because
  /// they gain none anyway once new privileges are refused.
  static func dropBounding() {
    var capability: Int32 = 0
    while linux_drop_bounding_capability(capability) == 0 { capability += 1 }
  }

  static func dropAll() throws(SandboxError) {
    // Kernels before 4.3 know no ambient ones.
    let isAmbientCleared = linux_clear_ambient_capabilities() == 0 || errno == EINVAL
    guard isAmbientCleared, set(linux_capabilities()) else {
      throw .system("cannot drop capabilities")
    }
  }

  /// Does `work` without the effect of any; they can be taken up again.
  static func suspended<Result>(_ work: () -> Result) throws(SandboxError) -> Result {
    var sets = linux_capabilities()
    guard unsafe linux_get_capabilities(&sets) == 0 else {
      throw .system("cannot read capabilities")
    }
    var none = sets
    none.effective = 0
    guard set(none) else { throw .system("cannot suspend capabilities") }
    let result = work()
    guard set(sets) else { throw .system("cannot take up capabilities again") }
    return result
  }

  private static func set(_ sets: linux_capabilities) -> Bool {
    var sets = sets
    return unsafe linux_set_capabilities(&sets) == 0
  }
}
