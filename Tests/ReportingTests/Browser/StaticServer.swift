import Foundation

/// A static server such as everybody has, with events when `status.json` changes.
final class StaticServer {
  private let process: LocalProcess

  /// `ahead`: by how many seconds its clock is; `policy`: what it says of content, if anything.
  init(_ directory: URL, ahead: Int = 0, policy: String = "") throws {
    process = try LocalProcess(
      LocalProcess.python, ["-u", "-c", Self.program, directory.path, "\(ahead)", policy],
      ready: /port (\d+)/)
  }

  var root: String { "http://127.0.0.1:\(process.port)/" }

  private static let program = """
    import functools, http.server, os, sys, time

    class Handler(http.server.SimpleHTTPRequestHandler):
        def date_time_string(self, timestamp=None):
            return super().date_time_string(timestamp or time.time() + int(sys.argv[2]))

        def end_headers(self):
            if sys.argv[3]:
                self.send_header("Content-Security-Policy", sys.argv[3])
            super().end_headers()

        def do_GET(self):
            if self.path != "/events":
                return super().do_GET()
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            last = None
            for _ in range(1000):
                now = os.stat(sys.argv[1] + "/status.json").st_mtime_ns
                if now != last:
                    self.wfile.write(b"event: report\\ndata: new\\n\\n")
                last = now
                time.sleep(0.05)

    handler = functools.partial(Handler, directory=sys.argv[1])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    print("port", server.server_port)
    server.serve_forever()
    """
}
