import ArgumentParser
import Reporting

/// The value of `--format`.
struct FormatList: ExpressibleByArgument {
  var formats: Set<ReportFormat> = []

  init?(argument: String) {
    for name in argument.split(separator: ",") {
      guard let format = ReportFormat(rawValue: String(name)), ReportFormat.files.contains(format)
      else { return nil }
      formats.insert(format)
    }
    if formats.isEmpty { return nil }
  }
}
