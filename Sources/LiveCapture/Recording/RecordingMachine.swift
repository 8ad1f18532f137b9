internal import CaptureFormats
internal import Glibc

extension PcapNGSection {
  /// A section that `application` writes on this machine.
  static func ofThisMachine(application: String) -> PcapNGSection {
    var system = utsname()
    guard unsafe uname(&system) == 0 else { return PcapNGSection(application: application) }
    return PcapNGSection(
      hardware: text(of: system.machine),
      operatingSystem: text(of: system.sysname) + " " + text(of: system.release),
      application: application)
  }

  private static func text<Characters>(of characters: Characters) -> String {
    unsafe withUnsafeBytes(of: characters) {
      unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
