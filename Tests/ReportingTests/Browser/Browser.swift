import Foundation

/// Headless Chromium, driven through chromedriver by the WebDriver protocol (W3C).
final class Browser {
  private static let programs = ["/usr/bin/chromium", "/usr/bin/chromedriver", LocalProcess.python]
  static let isInstalled = programs.allSatisfy(FileManager.default.isExecutableFile(atPath:))

  private let driver: LocalProcess
  private let request: LocalRequest
  private let session: String

  /// It takes a port that is free for IPv6, and gives up where the same is not free for IPv4.
  private static func startedDriver() throws -> LocalProcess {
    func start() throws -> LocalProcess {
      try LocalProcess(programs[1], ["--port=0"], ready: /started successfully on port (\d+)/)
    }
    for _ in 0..<5 {
      do { return try start() } catch let failure as LocalProcess.NotStarted {
        guard failure.output.contains("already in use") else { throw failure }
      }
    }
    return try start()
  }

  init() throws {
    driver = try Self.startedDriver()
    request = LocalRequest(port: driver.port)
    let options: [String: Any] = [
      "binary": Self.programs[0],
      "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=900,600"],
    ]
    let wishes: [String: Any] = [
      "browserName": "chrome", "goog:chromeOptions": options,
      "goog:loggingPrefs": ["browser": "ALL"], "timeouts": ["pageLoad": 20_000],
    ]
    let answer = try request.send(
      "POST", "/session", ["capabilities": ["alwaysMatch": wishes]])
    guard let id = (answer as? [String: Any])?["sessionId"] as? String else {
      throw LocalRequest.Failed(reason: "no session")
    }
    session = "/session/\(id)"
  }

  deinit { _ = try? request.send("DELETE", session) }

  func open(_ url: String) throws { _ = try post("/url", ["url": url]) }

  /// What an expression is in the page; works where scripts of the page do not run.
  func value(_ expression: String) throws -> Any? {
    let answer = try command(
      "Runtime.evaluate", ["expression": expression, "returnByValue": true])
    return ((answer as? [String: Any])?["result"] as? [String: Any])?["value"]
  }

  /// A command of the DevTools protocol.
  @discardableResult
  func command(_ name: String, _ parameters: [String: Any]) throws -> Any? {
    try post("/goog/cdp/execute", ["cmd": name, "params": parameters])
  }

  /// What the console says, with what could not be loaded.
  func complaints() throws -> [String] {
    let entries = try post("/se/log", ["type": "browser"]) as? [[String: Any]] ?? []
    return entries.compactMap { $0["message"] as? String }
  }

  /// Whether an expression becomes true in time; while a page is loading it is not.
  func becomes(_ expression: String, within seconds: Double = 15) async throws -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while Date() < deadline {
      if isTrue(expression) { return true }
      try await Task.sleep(for: .milliseconds(40))
    }
    // On a busy machine the sleep may have taken all the time.
    return isTrue(expression)
  }

  private func isTrue(_ expression: String) -> Bool {
    (try? value(expression)) as? Bool == true
  }

  private func post(_ path: String, _ body: [String: Any]) throws -> Any? {
    try request.send("POST", session + path, body)
  }
}
