import CLinux
import Glibc

/// `syscall(2)`, whose variable number of arguments Swift cannot call by itself.
///
/// Unlike the functions of the C library these are for the calling thread alone.
enum SystemCall {
  private typealias Call = @convention(c) (Int, Int, Int) -> Int

  static func unshareNetwork() -> Bool { make(SYS_unshare, newNetwork, 0) }
  static func enterNetwork(_ descriptor: Int32) -> Bool {
    make(SYS_setns, Int(descriptor), newNetwork)
  }

  static func dropCapabilities() -> Bool {
    // _LINUX_CAPABILITY_VERSION_3, this thread; three sets of 64 bits.
    let header: [UInt32] = [0x2008_0522, 0]
    let sets = [UInt32](repeating: 0, count: 6)
    return header.withUnsafeBytes { header in
      sets.withUnsafeBytes { sets in
        make(SYS_capset, Int(bitPattern: header.baseAddress), Int(bitPattern: sets.baseAddress))
      }
    }
  }

  /// CLONE_NEWNET
  private static let newNetwork = 0x4000_0000

  private static func make(_ number: Int32, _ first: Int, _ second: Int) -> Bool {
    guard let symbol = dlsym(nil, "syscall") else { return false }
    return unsafeBitCast(symbol, to: Call.self)(Int(number), first, second) == 0
  }
}
