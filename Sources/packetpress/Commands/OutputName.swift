/// How the folder of a report is called when nobody says.
enum OutputName {
  static func of(_ captures: [String]) -> String {
    let name = captures.first.map(single) ?? "report"
    return captures.count > 1 ? "\(name)-and-\(captures.count - 1)-more" : name
  }

  private static func single(_ path: String) -> String {
    if path == "-" { return "stdin" }
    var name = path.split(separator: "/").last.map(String.init) ?? "report"
    for ending in [".gz", ".zst", ".lz4", ".pcapng", ".pcap", ".cap"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
    }
    // A name of dots would lead out of the folder of reports.
    return name.allSatisfy { $0 == "." } ? "report" : name
  }
}
