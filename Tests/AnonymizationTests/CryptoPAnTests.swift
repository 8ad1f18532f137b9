import Anonymization
import PacketDecoding
import Testing

/// The key and some addresses of the sample trace that comes with the authors' implementation, and for IPv6
/// what other implementations agree on.
@Suite struct CryptoPAnTests {
  private static let key = AnonymizationKey([
    21, 34, 23, 141, 51, 164, 207, 128, 19, 10, 91, 22, 73, 144, 125, 16, 216, 152, 143, 131, 121,
    121, 101, 39, 98, 87, 76, 45, 42, 132, 34, 2,
  ])!

  @Test(arguments: [
    ("128.11.68.132", "135.242.180.132"), ("129.118.74.4", "134.136.186.123"),
    ("130.132.252.244", "133.68.164.234"), ("141.223.7.43", "141.167.8.160"),
    ("152.163.225.39", "151.140.114.167"), ("156.29.3.236", "147.225.12.42"),
    ("165.247.96.84", "162.9.99.234"), ("192.102.249.13", "252.138.62.131"),
    ("195.205.63.100", "255.186.223.5"), ("24.0.250.221", "100.15.198.226"),
    ("38.15.67.68", "64.3.66.187"), ("4.3.88.225", "124.60.155.63"),
    ("64.39.15.238", "0.219.7.41"), ("::1", "78ff:f001:9fc0:20df:8380:b1f1:704:ed"),
    ("2001:db8::1", "4401:2bc:603f:d91d:27f:ff8e:e6f1:dc1e"),
    ("2001:db8::2", "4401:2bc:603f:d91d:27f:ff8e:e6f1:dc1c"),
  ])
  func givesThePublishedImages(_ original: String, _ image: String) throws {
    let address = try #require(IPAddress(text: original))
    let expected = try #require(IPAddress(text: image))
    let bits = address.isIPv4 ? UInt128(address.low) << 96 : Self.bits(address)
    let result = CryptoPAn(Self.key).image(bits, width: address.isIPv4 ? 32 : 128)
    #expect(result == (expected.isIPv4 ? UInt128(expected.low) << 96 : Self.bits(expected)))
  }

  private static func bits(_ address: IPAddress) -> UInt128 {
    UInt128(address.high) << 64 | UInt128(address.low)
  }
}
