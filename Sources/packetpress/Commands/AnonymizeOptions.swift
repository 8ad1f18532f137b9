import Anonymization
import ArgumentParser
import CaptureFormats
import Reporting

extension MACTreatment: ExpressibleByArgument {}

/// How a report hides who is in it.
struct AnonymizeOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Replace addresses, names and texts of packets in every file of the report; networks stay "
        + "networks."))
  var anonymize = false

  @Option(
    help: ArgumentHelp(
      "Key of --anonymize: 32 bytes, or a longer text; the same key gives the same images "
        + "(default: a new one that nobody knows).",
      valueName: "FILE"),
    completion: .file())
  var anonymizeKey: String?

  @Option(
    help: ArgumentHelp(
      "MAC addresses of --anonymize: full, or keep-vendor to leave the maker's part (default: full).",
      valueName: "HOW"))
  var anonymizeMac: MACTreatment?

  /// Nobody reads more than this for a key.
  private static let keyLimit = 1 << 20

  mutating func validate() throws {
    // Whoever names a key does not want a report that shows everything.
    guard !anonymize else { return }
    if anonymizeKey != nil { throw ValidationError("--anonymize-key needs --anonymize") }
    if anonymizeMac != nil { throw ValidationError("--anonymize-mac needs --anonymize") }
  }

  /// Reads the key, so that what is wrong with it is known before the captures are read; nil without
  /// `--anonymize`.
  func anonymizer() throws -> Anonymizer? {
    guard anonymize else { return nil }
    return Anonymizer(
      try anonymizeKey.map(Self.key) ?? .random(), macTreatment: anonymizeMac ?? .full)
  }

  private static func key(_ path: String) throws -> AnonymizationKey {
    guard let bytes = FileSystem.contents(of: path, limit: keyLimit) else {
      throw CommandFailure(
        "cannot read the key in \(path); make one by: head -c 32 /dev/urandom > \(path)")
    }
    guard let key = AnonymizationKey(bytes) else {
      throw CommandFailure(
        "the key in \(path) has \(bytes.count) bytes, but must have \(AnonymizationKey.byteCount) "
          + "or more; make one by: head -c 32 /dev/urandom > \(path)")
    }
    if FileStatus(path: path)?.isReadableByOthers == true {
      Message.warning(
        "others can read the key in \(path), and so undo --anonymize: chmod 600 \(path)")
    }
    return key
  }
}
