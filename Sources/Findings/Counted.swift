internal import Wording

/// "1 client", "2 clients".
func counted(_ count: some BinaryInteger, _ noun: String) -> Phrase {
  Phrase(message: count == 1 ? "{1} \(noun)" : "{1} \(noun)s", ["\(count)"])
}
