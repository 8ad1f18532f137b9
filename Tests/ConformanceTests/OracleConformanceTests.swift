import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// More than a thousand captures of public projects, where the folder with them is there.
@Suite(.enabled(if: Oracle.areThere, "the folder with captures is not there"))
struct OracleConformanceTests {
  /// Per cent of measures that must agree. These can only be raised.
  private static let floors: [OracleScore.Group: Double] = [
    .capture: 98.9, .endpoints: 97.0, .protocols: 98.5, .tcp: 98.8, .dns: 93, .http: 84, .tls: 80,
  ]
  /// Per cent of captures that must agree in every measure.
  private static let floorOfCaptures = 86.0

  #if DEBUG
    @Test func agreesOnEveryFourthCapture() throws { try compare(stride: 4) }
  #else
    @Test func agreesOnEveryCapture() throws { try compare(stride: 1) }
  #endif

  private func compare(stride: Int) throws {
    let oracles = try Oracle.all(stride: stride)
    let score = Mutex(OracleScore())
    DispatchQueue.concurrentPerform(iterations: oracles.count) { number in
      let oracle = oracles[number]
      do {
        let measures = Measure.all(oracle.facts, try Report.of(oracle.capture, seconds: 20))
        score.withLock { $0.add(measures) }
      } catch {
        score.withLock { $0.addFailure("\(oracle.capture.lastPathComponent): \(error)") }
      }
    }
    let result = score.withLock { $0 }
    #expect(result.failures.isEmpty)
    #expect(result.rateOfCaptures >= Self.floorOfCaptures)
    for group in OracleScore.Group.allCases {
      #expect(result.rate(group) >= Self.floors[group] ?? 100, "\(group)")
    }
  }
}
