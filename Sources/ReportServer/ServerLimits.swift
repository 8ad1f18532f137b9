/// What clients may ask of the server at most.
package struct ServerLimits: Sendable {
  /// Connections held at a time; further ones wait in the kernel. Well above what slow clients
  /// (see ``requestTime``) fill on a bad day, well below the usual limit of 1024 descriptors.
  package var connections = 512
  /// Clients of `/events` at a time.
  package var eventStreams = 32
  /// Bytes of the path and query of a request.
  package var targetBytes = 2048
  /// Bytes of one header field.
  package var fieldBytes = 8 << 10
  /// Bytes of all header fields of a request, with its path and query.
  package var headerBytes = 16 << 10
  package var fields = 100
  /// From the connection to the end of its first request.
  package var requestTime = Duration.seconds(10)
  /// From a response to the end of the next request.
  package var idleTime = Duration.seconds(30)
  /// Until a client has taken what was written to it: a whole response, or one event. With it ends
  /// what a slow client keeps in memory, at most one file of a past report.
  package var sendTime = Duration.seconds(60)
  /// Until the client has closed a connection too that the server has closed.
  package var lingerTime = Duration.seconds(2)
  /// Between signs of life on `/events`.
  package var heartbeat = Duration.seconds(15)

  package init() {}
}
