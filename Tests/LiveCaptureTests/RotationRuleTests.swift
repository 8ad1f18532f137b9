import LiveCapture
import Testing

struct RotationRuleTests {
  @Test(
    arguments: [
      ("100MB", 100_000_000, nil), ("1GiB", 1 << 30, nil), ("100kB", 100_000, nil),
      ("2tb", 2_000_000_000_000, nil), ("30s", nil, 30), ("10m", nil, 600), ("5min", nil, 300),
      ("1h", nil, 3600), ("1d", nil, 86_400), ("100MB,1h", 100_000_000, 3600),
      ("1h, 100MB", 100_000_000, 3600), ("366d", nil, 366 * 86_400),
    ] as [(String, UInt64?, Int?)])
  func readsSizesAndTimes(argument: String, bytes: UInt64?, seconds: Int?) throws {
    #expect(try RotationRule(argument) == RotationRule(bytes: bytes, seconds: seconds))
  }

  @Test(arguments: [
    ("", "'' is neither a size nor a time"), ("100", "'100' is neither a size nor a time"),
    ("100M", "'100M' is neither a size nor a time"), ("1h,", "'' is neither a size nor a time"),
    ("1H", "'1H' is neither"), ("-1s", "'-1s' is neither"), ("1.5GB", "'1.5GB' is neither"),
    ("١s", "'١s' is neither"), ("1 h", "'1 h' is neither"),
    ("1h,2h", "'2h' is a second time"), ("1MB,2MB", "'2MB' is a second size"),
    ("0s", "'0s' is too little"), ("99kB", "'99kB' is too little"), ("367d", "'367d' is too much"),
    ("99999999TB", "'99999999TB' is too much"),
    ("99999999999999999999s", "'99999999999999999999s' is too large a number"),
  ])
  func saysWhatIsWrong(argument: String, reason: String) {
    #expect {
      try RotationRule(argument)
    } throws: { error in
      "\(error)".hasPrefix(reason)
    }
  }
}
