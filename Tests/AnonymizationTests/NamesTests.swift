import Anonymization
import PacketDecoding
import Testing

@Suite struct NamesTests {
  private let anonymizer = Anonymizer(AnonymizerTests.key(3))

  @Test func keepsLabelsAndTheLastOne() {
    let image = anonymizer.name("www.Press.example.com")
    let labels = image.split(separator: ".")
    #expect(labels.count == 4 && labels.last == "com")
    #expect(!image.contains("press") && !image.contains("example") && !image.contains("www"))
    #expect(anonymizer.name("WWW.press.example.COM") == image)
  }

  @Test func keepsWhatNamesHaveInCommon() {
    let one = anonymizer.name("a.example.org").split(separator: ".")
    let other = anonymizer.name("b.example.org").split(separator: ".")
    #expect(one.suffix(2) == other.suffix(2) && one[0] != other[0])
    // The same label below another domain is another.
    #expect(anonymizer.name("a.example.net").split(separator: ".")[0] != one[0])
  }

  @Test(arguments: ["", ".", "<Root>", "localhost", "_ipp._tcp.local"])
  func leavesNamesOfNobody(_ name: String) {
    #expect(anonymizer.name(name) == name)
  }

  @Test(arguments: ["192.0.2.77", "2001:db8::77"])
  func givesAddressesTheirImages(_ text: String) throws {
    let image = anonymizer.address(try #require(IPAddress(text: text)))
    #expect(anonymizer.name(text) == image.description)
    let isIPv4 = !text.contains(":")
    let written = isIPv4 ? "\(text):8080" : "[\(text)]:8080"
    #expect(anonymizer.name(written) == (isIPv4 ? "\(image):8080" : "[\(image)]:8080"))
  }

  @Test func givesReverseNamesThoseOfTheImages() throws {
    let image = anonymizer.address(try #require(IPAddress(text: "192.0.2.77")))
    #expect(IPAddress(reverseName: anonymizer.name("77.2.0.192.in-addr.arpa")) == image)
    // A network, by fewer labels.
    let network = anonymizer.name("2.0.192.in-addr.arpa")
    #expect(anonymizer.name("77.2.0.192.in-addr.arpa").hasSuffix("." + network))
    let six = try #require(IPAddress(text: "2001:db8::77"))
    let reverse =
      String(
        six.description.isEmpty
          ? "" : "7.7.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2") + ".ip6.arpa"
    #expect(IPAddress(reverseName: anonymizer.name(reverse)) == anonymizer.address(six))
  }

  @Test func givesPortsTheNameInFrontOfThem() {
    #expect(anonymizer.name("a.example.org:81") == anonymizer.name("a.example.org") + ":81")
  }

  @Test func leavesNothingOfTexts() {
    #expect(!anonymizer.value("Mozilla/5.0 (Printer of Ada)").contains("Ada"))
    #expect(anonymizer.word("text/html; charset=utf-8") == "text/html; charset=utf-8")
    #expect(anonymizer.word("GET") == "GET")
    #expect(!anonymizer.word("seen 192.0.2.77").contains("192.0.2.77"))
  }

  @Test func hidesFilesAndInterfaces() {
    let file = anonymizer.file("/home/ada/secret.pcap.gz")
    #expect(file.hasSuffix(".pcap.gz") && !file.contains("secret") && !file.contains("ada"))
    #expect(anonymizer.file("-") == "-")
    #expect(anonymizer.interface("eth-ada") != "eth-ada" && anonymizer.interface("any") == "any")
  }

  @Test func hidesWhatASentenceSays() throws {
    let image = anonymizer.address(try #require(IPAddress(text: "192.0.2.77")))
    #expect(
      anonymizer.sentence("2 unexpected of 3: 192.0.2.77, bad.example.org")
        == "2 unexpected of 3: \(image), \(anonymizer.name("bad.example.org"))")
    #expect(anonymizer.sentence("only 192.0.2.0/24").hasSuffix("/24"))
    #expect(!anonymizer.sentence("only 192.0.2.0/24").contains("192.0.2.0"))
    #expect(anonymizer.sentence("443/tcp at 192.0.2.77:443/tcp") == "443/tcp at \(image):443/tcp")
    #expect(
      anonymizer.sentence("tcp.retransmissions.share < 1.5 %")
        == "tcp.retransmissions.share < 1.5 %")
    _ = anonymizer.name("printer-of-ada")
    #expect(!anonymizer.sentence("printer-of-ada is quiet.").contains("ada"))
  }
}
