extension String {
  /// The text in lower case; of most names, which are in it already, nothing has to be made.
  package var inLowerCase: String {
    utf8.span.allWords(ASCIIWords.isInLowerCase) ? self : lowercased()
  }
}
