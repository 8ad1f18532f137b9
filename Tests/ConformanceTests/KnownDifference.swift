/// Where a number of ours differs from tshark's on purpose; Documentation/Contract.md explains each.
struct KnownDifference {
  let sample: String
  let measure: String
  let reason: String

  static let all: [KnownDifference] = []
}
