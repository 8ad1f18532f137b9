import Reporting
import Testing

@Suite struct JSONWriterTests {
  private func text(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(indent: nil)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func escapesWhatJSONAndScriptsCannotHold() {
    let written = text { $0.value("\"\\\u{0}\u{1F}\n\t\u{7F}\u{2028}\u{202E}é😀") }
    #expect(written == #""\"\\\u0000\u001f\n\t\u007f\u2028\u202eé😀""#)
  }

  @Test func writesNullForNumbersThatAreNone() {
    #expect(text { $0.value(Double.nan) } == "null")
    #expect(text { $0.value(Double.infinity) } == "null")
    #expect(text { $0.value(1.5) } == "1.5")
  }

  @Test func separatesItemsAndKeepsTheOrderOfKeys() {
    let written = text { json in
      json.object { json in
        json.field("b", 1)
        json.field("a", nil as String?)
        json.list("c", [1, 2] as [UInt64])
      }
    }
    #expect(written == #"{"b":1,"a":null,"c":[1,2]}"#)
  }

  @Test func writesOneObjectALineForStreams() {
    var rows = NDJSONWriter()
    for number in 1...2 { rows.row { $0.field("number", number) } }
    #expect(String(decoding: rows.drain(), as: UTF8.self) == "{\"number\":1}\n{\"number\":2}\n")
    #expect(rows.drain().isEmpty)
  }
}
