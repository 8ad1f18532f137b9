/// Writes DNS messages without compression.
package struct DNSBuilder {
  package var id: UInt16 = 1
  package var flags: UInt16
  package var questions: [(name: String, type: UInt16)] = []
  /// Answers, and behind them additional records.
  package var answers: [Record] = []
  package var additional: [Record] = []

  package struct Record {
    package var name: String
    package var type: UInt16
    package var data: [UInt8]
    /// An OPT record uses it for the size that it takes.
    package var classNumber: UInt16 = 1
    package var timeToLive: UInt32 = 60

    package init(_ name: String, _ type: UInt16, _ data: [UInt8]) {
      self.name = name
      self.type = type
      self.data = data
    }
  }

  package static func query(_ name: String, type: UInt16 = 1, id: UInt16 = 1) -> DNSBuilder {
    var builder = DNSBuilder(flags: 0x0100)
    builder.id = id
    builder.questions = [(name, type)]
    return builder
  }

  package static func response(
    _ name: String, type: UInt16 = 1, id: UInt16 = 1, code: UInt16 = 0, _ answers: Record...
  ) -> DNSBuilder {
    var builder = query(name, type: type, id: id)
    builder.flags = 0x8180 | code
    builder.answers = answers
    return builder
  }

  package init(flags: UInt16) { self.flags = flags }

  package var bytes: [UInt8] {
    var result: [UInt8] = []
    result.appendNetwork(id)
    result.appendNetwork(flags)
    for count in [questions.count, answers.count, 0, additional.count] {
      result.appendNetwork(UInt16(count))
    }
    for question in questions {
      result += Self.name(question.name)
      result.appendNetwork(question.type)
      result.appendNetwork(UInt16(1))
    }
    for record in answers + additional {
      result += Self.name(record.name)
      result.appendNetwork(record.type)
      result.appendNetwork(record.classNumber)
      result.appendNetwork(record.timeToLive)
      result.appendNetwork(UInt16(record.data.count))
      result += record.data
    }
    return result
  }

  /// A name in labels; the empty one is the root.
  package static func name(_ name: String) -> [UInt8] {
    var result: [UInt8] = []
    for label in name.split(separator: ".") {
      result.append(UInt8(label.utf8.count))
      result += label.utf8
    }
    return result + [0]
  }
}
