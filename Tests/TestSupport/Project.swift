package import Foundation

/// Where the files of the project are.
package enum Project {
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func sample(_ name: String) -> URL { root.appending(path: "Samples/\(name)") }

  /// The captures of Samples/ that every reader can read to their end.
  package static let wholeSamples: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sample("").path)) ?? []
    return names.filter { name in
      (name.hasSuffix(".pcap") || name.hasSuffix(".pcapng"))
        && name != "cut-short.pcap" && name != "corrupt.pcapng"
    }.sorted()
  }()
}
