/// The fields that every header block can refer to (RFC 7541 appendix A).
enum HPACKStaticTable {
  static let fields: [HPACKField] =
    [
      HPACKField(":authority"), HPACKField(":method", "GET"), HPACKField(":method", "POST"),
      HPACKField(":path", "/"), HPACKField(":path", "/index.html"), HPACKField(":scheme", "http"),
      HPACKField(":scheme", "https"), HPACKField(":status", "200"), HPACKField(":status", "204"),
      HPACKField(":status", "206"), HPACKField(":status", "304"), HPACKField(":status", "400"),
      HPACKField(":status", "404"), HPACKField(":status", "500"), HPACKField("accept-charset"),
      HPACKField("accept-encoding", "gzip, deflate"),
    ] + names.map { HPACKField($0) }

  /// Of the fields from number 17 on there is only the name.
  private static let names = [
    "accept-language", "accept-ranges", "accept", "access-control-allow-origin", "age", "allow",
    "authorization", "cache-control", "content-disposition", "content-encoding",
    "content-language", "content-length", "content-location", "content-range", "content-type",
    "cookie", "date", "etag", "expect", "expires", "from", "host", "if-match",
    "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "last-modified",
    "link", "location", "max-forwards", "proxy-authenticate", "proxy-authorization", "range",
    "referer", "refresh", "retry-after", "server", "set-cookie", "strict-transport-security",
    "transfer-encoding", "user-agent", "vary", "via", "www-authenticate",
  ]
}
