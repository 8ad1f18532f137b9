/// Tables that only findings are made of.

extension FlowSurvey {
  var limitNotes: [LimitNote] {
    [
      LimitNote(
        table: "services judged", limit: ServiceHealthTable.limit, beyond: services.beyond),
      LimitNote(table: "pairs of hosts judged", limit: PathHealthTable.limit, beyond: paths.beyond),
      LimitNote(table: "short logins", limit: LoginTable.limit, beyond: logins.beyond),
    ]
  }
}

extension SecurityLog {
  var limitNotes: [LimitNote] {
    [
      LimitNote(
        table: "services with passwords or SMB 1", limit: credentials.limit,
        beyond: credentials.beyond + smb1.beyond),
      LimitNote(table: "choices of TLS servers", limit: tls.limit, beyond: tls.beyond),
      LimitNote(table: "refused logins", limit: LoginTable.limit, beyond: refusals.beyond),
      LimitNote(
        table: "servers of HTTP and SIP judged", limit: ReplyHealthTable.limit,
        beyond: http.beyond + sip.beyond),
    ]
  }
}
