import Testing
import Wording

struct LanguageTests {
  private let german = Language(
    code: "de",
    messages: [
      "{1} of {2} packets": "{1} von {2} Paketen", "{1} packets": "{1} Pakete", "none": "keine",
      "From {1} to {2}": "Nach {2} von {1}", "empty": "",
    ])

  @Test func englishSaysWhatIsWritten() {
    let phrase: Phrase = "\(3) of \("12") packets"
    #expect(phrase.text == "3 of 12 packets")
    #expect(("none" as Phrase).text == "none" && Language.english.missing == [])
  }

  @Test func putsWhatIsFilledInWhereTheLanguageWantsIt() {
    #expect(german.text("From \("a") to \("b")") == "Nach b von a")
    #expect(german.text("\(3) of \(12) packets") == "3 von 12 Paketen")
  }

  @Test func saysPhrasesWithinPhrases() {
    let packets: Phrase = "\(3) packets"
    #expect(german.text("\(packets) (\("none" as Phrase))") == "3 Pakete (keine)")
    #expect(german.text([packets, "none"].joined(separator: ", ")) == "3 Pakete, keine")
    #expect(german.text(("none" as Phrase).capitalizedFirst + "!") == "Keine!")
  }

  @Test func remembersWhatItLacks() {
    #expect(german.text("a word") == "a word" && german.text("empty") == "empty")
    // Nothing is to be said where there are no letters.
    #expect(german.text("\(1) (\(2))") == "1 (2)")
    #expect(german.missing == ["a word", "empty"])
  }

  @Test func leavesOutWhatIsNotThere() {
    let language = Language(
      code: "xx", messages: ["{1} packets": "{1} {2} {9999999999999999999999}"])
    #expect(language.text("\(1) packets") == "1  {9999999999999999999999}")
    #expect(Language.english.text(Phrase(message: "{ {a} {0} {1}", [])) == "{ {a} {0} {1}")
  }

  @Test func dataIsNoMessage() {
    #expect(german.text(Phrase(verbatim: "none {1}")) == "none {1}")
    #expect(german.text("\("none {1}")") == "none {1}")
  }

  @Test func replacesDataAndNothingElse() {
    let phrase: Phrase = "\("10.0.0.1") sent \("none")"
    #expect(phrase.replacingData { "<\($0)>" }.text == "<10.0.0.1> sent <none>")
  }
}
