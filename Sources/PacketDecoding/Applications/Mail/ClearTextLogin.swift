/// Waits for the line of a login that is a password in clear text (SASL PLAIN and LOGIN, RFC 4616).
struct ClearTextLogin: Sendable {
  /// Answers up to the password, with it; 0 where none will come.
  private var answers = 0

  /// Begins a login by the argument of AUTH: a mechanism, and perhaps the first answer.
  ///
  /// - Returns: whether that is the password.
  mutating func begin(_ argument: TextLine) -> Bool {
    switch argument.firstWord.lowercase {
    case "plain": answers = 1
    case "login": answers = 2
    default: answers = 0
    }
    return isPassword(argument.afterFirstWord)
  }

  /// Whether the client's next answer is the password: neither empty nor a step back (RFC 4954).
  mutating func isPassword(_ answer: TextLine) -> Bool {
    guard answers > 0, !answer.isEmpty, !["*", "="].contains(answer.text(limit: 2)) else {
      return false
    }
    answers -= 1
    return answers == 0
  }
}
