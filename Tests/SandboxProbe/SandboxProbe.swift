import Charts
import Glibc
import LiveCapture

/// Enters the sandbox as its arguments say, then prints what it is and what it still can do, one line
/// each: POLICY USER DIRECTORY,… ACTION…, where `-` is no user.
///
/// A process cannot leave the sandbox; the tests therefore run this one.
@main enum SandboxProbe {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 3, let policy = SandboxPolicy(rawValue: arguments[1]) else { exit(64) }
    let actions = arguments.dropFirst(4).map { ProbeAction($0) }
    alarm(20)
    if actions.contains(where: { $0.name == "thread" }) { startThread() }
    if actions.contains(where: { $0.name == "draw" }) { SystemFonts.load() }
    do {
      let notes = try Sandbox.enter(
        policy: policy, user: arguments[2] == "-" ? nil : arguments[2],
        writable: arguments[3].split(separator: ",").map(String.init),
        listening: actions.filter { $0.name == "allow" }.map(\.port))
      for note in notes { print("note", note) }
    } catch {
      print("error", error)
      exit(1)
    }
    for action in actions {
      print(action.perform() ? "ok" : "refused", action.text)
    }
    printStatus()
  }

  private static func startThread() {
    var thread = pthread_t()
    unsafe pthread_create(
      &thread, nil,
      { _ in
        sleep(60)
        return nil
      }, nil)
  }

  private static func printStatus() {
    guard let file = unsafe fopen("/proc/self/status", "r") else { return }
    var line = [CChar](repeating: 0, count: 4_096)
    while unsafe fgets(&line, 4_096, file) != nil {
      let text = String(
        decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      print(text, terminator: "")
    }
    unsafe fclose(file)
  }
}
