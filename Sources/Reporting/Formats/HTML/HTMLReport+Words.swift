internal import Wording

extension HTMLReport {
  /// What the templates say themselves, by the names that they have for it.
  var words: Context {
    [
      "skip": say("Skip to the report"), "contents": say("Contents"), "remark": say("Remark."),
      "csv": say("The whole table as CSV"), "by": document.author.map { say("By \($0)") } ?? "",
      "made": say("Made by Packetpress \(options.version) from the packets alone."),
      "live": say("Live"), "notice": say("Notice."), "updated": say("Updated"),
    ]
  }
}
