import Hummingbird

/// Serves the live report over HTTP.
package struct ReportServer {
}
