import LiveCapture
import Testing

struct CaptureFailureTests {
  static func failure(_ settings: CaptureSettings) -> CaptureFailure? {
    do throws(CaptureFailure) {
      _ = try InterfaceSource(settings)
      return nil
    } catch {
      return error
    }
  }

  @Test func saysWhichInterfacesThereAre() throws {
    let failure = try #require(Self.failure(CaptureSettings(interfaces: ["nosuch0"])))
    guard case .noSuchInterface("nosuch0", let existing) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(existing.contains("lo") && !existing.contains("nflog"))
    #expect(
      "\(failure)".hasPrefix("cannot capture on nosuch0: there is no such interface; there are "))
  }

  @Test(.enabled(if: NetworkNamespace.isAvailable))
  func saysTheCommandThatGivesThePermission() throws {
    let failure = try UnprivilegedThread.run {
    } body: {
      Self.failure(CaptureSettings(interfaces: ["lo"]))
    }
    let text = try #require(failure.map { "\($0)" })
    #expect(text.hasPrefix("cannot capture on lo: permission denied; run as root, or: "))
    #expect(text.contains("sudo setcap cap_net_raw=ep /"))
  }

  @Test(.enabled(if: NetworkNamespace.isAvailable))
  func namesAMissingInterfaceToTheUnprivilegedToo() throws {
    let failure = try UnprivilegedThread.run {
    } body: {
      Self.failure(CaptureSettings(interfaces: ["nosuch0"]))
    }
    #expect("\(try #require(failure))".contains("there is no such interface"))
  }

  @Test(.enabled(if: NetworkNamespace.isAvailable))
  func saysThatAnInterfaceIsDown() throws {
    try NetworkNamespace.enter {
      try NetworkNamespace.ip("link add pp0 type veth peer name pp1")
      let failure = Self.failure(CaptureSettings(interfaces: ["pp0"]))
      #expect(failure == .isDown("pp0"))
      #expect("\(try #require(failure))".hasSuffix("bring it up: sudo ip link set pp0 up"))
    }
  }

  @Test(.enabled(if: NetworkNamespace.isAvailable))
  func quotesLibpcapOnAWrongFilter() throws {
    try NetworkNamespace.enter {
      try NetworkNamespace.makePair("pp0", "pp1")
      let settings = CaptureSettings(interfaces: ["pp0"], filter: "tcp prt 80")
      let text = "\(try #require(Self.failure(settings)))"
      #expect(text.hasPrefix("cannot filter pp0 by \"tcp prt 80\": "))
      #expect(text.contains("syntax error"))
    }
  }

  @Test func doesNotCountPacketsTwice() {
    let failure = Self.failure(CaptureSettings(interfaces: ["lo", "any"]))
    #expect(failure == .isPartOfAny("lo"))
  }
}
