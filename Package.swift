// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "packetpress",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "packetpress", targets: ["packetpress"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CCompression", pkgConfig: "zlib libzstd liblz4",
      providers: [.apt(["zlib1g-dev", "libzstd-dev", "liblz4-dev"])]),
    .systemLibrary(
      name: "CMaxMindDB", pkgConfig: "libmaxminddb", providers: [.apt(["libmaxminddb-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CPcap", pkgConfig: "libpcap", providers: [.apt(["libpcap-dev"])]),
    .target(name: "CaptureFormats", dependencies: ["CCompression"]),
    .target(
      name: "PacketDecoding", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "TrafficAnalysis",
      dependencies: [
        "CCompression", "CaptureFormats", "PacketDecoding",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "X509", package: "swift-certificates"),
      ]),
    .target(name: "GeoIP", dependencies: ["CMaxMindDB", "PacketDecoding", "TrafficAnalysis"]),
    .target(name: "MACVendors", dependencies: ["PacketDecoding", "TrafficAnalysis"]),
    .systemLibrary(name: "CLinux"),
    .target(name: "LiveCapture", dependencies: ["CLinux", "CPcap", "CaptureFormats"]),
    .target(name: "Wording"),
    .target(
      name: "Charts",
      dependencies: [
        "CCompression", "CPangoCairo", "CaptureFormats", "PacketDecoding", "TrafficAnalysis",
        "Wording",
      ]),
    .target(
      name: "Findings",
      dependencies: [
        "CaptureFormats", "PacketDecoding", "TrafficAnalysis", "Wording",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Anonymization",
      dependencies: [
        "CaptureFormats", "Findings", "PacketDecoding", "TrafficAnalysis", "Wording",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    .target(
      name: "Reporting",
      dependencies: [
        "CaptureFormats", "Charts", "Findings", "PacketDecoding", "TrafficAnalysis", "Wording",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "ReportServer",
      dependencies: [
        "CCompression",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "packetpress",
      dependencies: [
        "Anonymization", "CLinux", "CaptureFormats", "PacketDecoding", "TrafficAnalysis", "GeoIP",
        "MACVendors",
        "Findings", "LiveCapture", "Charts", "Reporting", "ReportServer", "Wording",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(name: "TestSupport", dependencies: ["PacketDecoding"], path: "Tests/TestSupport"),
    .target(
      name: "TrafficSupport",
      dependencies: ["CaptureFormats", "PacketDecoding", "TestSupport", "TrafficAnalysis"],
      path: "Tests/TrafficSupport"),
    .testTarget(name: "CaptureFormatsTests", dependencies: ["CaptureFormats", "TestSupport"]),
    .testTarget(name: "PacketDecodingTests", dependencies: ["PacketDecoding", "TestSupport"]),
    .testTarget(
      name: "TrafficAnalysisTests",
      dependencies: [
        "TrafficAnalysis", "CaptureFormats", "PacketDecoding", "TestSupport", "TrafficSupport",
      ]),
    .testTarget(
      name: "GeoIPTests",
      dependencies: ["GeoIP", "PacketDecoding", "TestSupport", "TrafficAnalysis"]),
    .testTarget(
      name: "MACVendorsTests", dependencies: ["MACVendors", "PacketDecoding", "TestSupport"]),
    .executableTarget(
      name: "SandboxProbe", dependencies: ["Charts", "LiveCapture"], path: "Tests/SandboxProbe"),
    .testTarget(
      name: "LiveCaptureTests",
      dependencies: ["CLinux", "LiveCapture", "CaptureFormats", "SandboxProbe", "TestSupport"]),
    .testTarget(name: "WordingTests", dependencies: ["TestSupport", "Wording"]),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "TrafficAnalysis", "TestSupport", "Wording"]),
    .testTarget(
      name: "FindingsTests",
      dependencies: [
        "CaptureFormats", "Findings", "PacketDecoding", "TestSupport", "TrafficAnalysis",
        "TrafficSupport", "Wording",
      ]),
    .testTarget(
      name: "AnonymizationTests",
      dependencies: [
        "Anonymization", "CaptureFormats", "Findings", "PacketDecoding", "TestSupport",
        "TrafficAnalysis", "TrafficSupport", "Wording",
      ]),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "CaptureFormats", "Charts", "Findings", "PacketDecoding", "Reporting", "TestSupport",
        "TrafficAnalysis", "Wording",
      ],
      exclude: ["Fixtures"]),
    .testTarget(name: "ReportServerTests", dependencies: ["ReportServer", "TestSupport"]),
    .testTarget(name: "ConformanceTests", dependencies: ["packetpress", "TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "packetpress", "CaptureFormats", "PacketDecoding", "TestSupport", "TrafficSupport",
      ]),
  ]
)

for target in package.targets where target.type != .system {
  var settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableExperimentalFeature("Lifetimes"),
  ]
  let isForTests = target.type == .test || target.name.hasSuffix("Support")
  if !isForTests { settings.append(.strictMemorySafety()) }
  target.swiftSettings = settings
}
