import ArgumentParser
import Findings

/// Which changes the exit status of a comparison tells of.
enum ChangeLevel: String, CaseIterable, ExpressibleByArgument {
  case any, new, gone, changed, never

  func includes(_ kind: Change.Kind) -> Bool {
    switch self {
    case .any: true
    case .never: false
    case .new, .gone, .changed: rawValue == kind.rawValue
    }
  }
}
