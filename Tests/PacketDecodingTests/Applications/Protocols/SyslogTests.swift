import PacketDecoding
import TestSupport
import Testing

struct SyslogTests {
  @Test(arguments: [
    (
      "<34>Oct 11 22:14:15 mymachine su[12]: 'su root' failed, SECRET",
      ["AUTH", "CRIT", "mymachine", "su"]
    ),
    (
      "<165>1 2003-10-11T22:14:15.003Z host.example evntslog - ID47 - SECRET",
      ["LOCAL4", "NOTICE", "host.example", "evntslog"]
    ),
    ("<13>Feb  5 17:32:18 kernel: SECRET", ["USER", "NOTICE", "kernel"]),
    ("<191>SECRET words and more of them", ["LOCAL7", "DEBUG"]),
    ("<192>SECRET", []), ("SECRET", []), ("<>1", []),
  ])
  func readsWhoLogsHowUrgently(line: String, expected: [String]) {
    let reading = Syslog.reading(Bytes(text: line))
    #expect(reading.values.map { String($0.split(separator: "=")[1]) } == expected)
    #expect(!reading.text.contains("SECRET"))
    Syslog.readDamaged(Bytes(text: line))
  }
}
