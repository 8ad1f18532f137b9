import Foundation
import TestSupport
import Testing

/// action.yml, and the script that does its work.
@Suite struct ActionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(
    _ inputs: [String: String], binary: URL
  ) throws -> (outcome: PacketpressBinary.Outcome, outputs: String, summary: String) {
    let outputs = try scratch.write("", to: "outputs")
    let summary = try scratch.write("", to: "summary")
    var settings = [
      "INPUT_BINARY": binary.path, "GITHUB_OUTPUT": outputs.path,
      "GITHUB_STEP_SUMMARY": summary.path,
    ]
    settings.merge(inputs) { $1 }
    let outcome = try PacketpressBinary.run(
      program: Project.root.appending(path: "Scripts/run-action"), [], in: scratch.url,
      settings: settings)
    return (
      outcome, try String(contentsOf: outputs, encoding: .utf8),
      try String(contentsOf: summary, encoding: .utf8)
    )
  }

  /// A program that tells its arguments, one a line, and ends with a status.
  private func program(status: Int) throws -> URL {
    let url = try scratch.write(
      "#!/bin/sh\nprintf '<%s>\\n' \"$@\"\nexit \(status)\n", to: "program")
    try scratch.permit(0o755, url)
    return url
  }

  @Test(arguments: 0...3)
  func tellsTheStatusAndEndsWell(status: Int) throws {
    let (outcome, outputs, _) = try run(
      ["INPUT_CAPTURE": "a.pcap"], binary: try program(status: status))
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outputs == "status=\(status)\nreport=packetpress-report\n")
  }

  @Test func passesInputsAsArguments() throws {
    let (outcome, _, _) = try run(
      [
        "INPUT_CAPTURE": "a b.pcap\n\n-odd\r\n$(touch x)\n", "INPUT_OUTPUT": "re port",
        "INPUT_FAIL_ON": "error", "INPUT_EXPECT": "e;x.yml", "INPUT_JUNIT": "", "INPUT_SARIF": "s",
        "INPUT_ANNOTATIONS": "auto", "INPUT_ARGUMENTS": "--threshold\ntcp-zero-window.warning=2",
      ], binary: try program(status: 0))
    #expect(
      outcome.text == """
        <analyze>
        <--output=re port>
        <--fail-on=error>
        <--expect=e;x.yml>
        <--sarif=s>
        <--annotations=auto>
        <--threshold>
        <tcp-zero-window.warning=2>
        <-->
        <a b.pcap>
        <-odd>
        <$(touch x)>

        """)
  }

  @Test func refusesWhatItCannotDo() throws {
    let program = try program(status: 0)
    for (inputs, word) in [
      ([:], "names no capture"), (["INPUT_CAPTURE": "\n\n"], "names no capture"),
      (["INPUT_CAPTURE": "a", "INPUT_OUTPUT": "a\nstatus=0"], "one folder"),
      (["INPUT_CAPTURE": "a", "INPUT_BINARY": "/nonexistent"], "no program"),
    ] {
      let (outcome, outputs, _) = try run(inputs, binary: program)
      #expect(outcome.status == 2)
      #expect(outcome.text.hasPrefix("::error title=Packetpress::") && outcome.text.contains(word))
      #expect(outputs.isEmpty)
    }
  }

  @Test func writesAReportAndItsSummary() throws {
    let (outcome, outputs, summary) = try run(
      [
        "INPUT_CAPTURE": Project.sample("dns.pcap").path, "INPUT_OUTPUT": "report",
        "INPUT_ARGUMENTS": "--format=md",
      ], binary: PacketpressBinary.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outputs == "status=0\nreport=report\n")
    #expect(summary.hasPrefix("# "))
  }

  @Test func describesTheInputsThatTheScriptReads() throws {
    let action = try String(
      contentsOf: Project.root.appending(path: "action.yml"), encoding: .utf8)
    let inputs = [
      "capture", "output", "expect", "fail-on", "junit", "sarif", "annotations", "arguments",
      "binary",
    ]
    for input in inputs {
      #expect(action.contains("\n  \(input):\n"), "\(input)")
      let variable = "INPUT_" + input.uppercased().replacing("-", with: "_")
      #expect(action.contains("        \(variable): ${{ inputs.\(input) }}\n"), "\(input)")
    }
    #expect(action.matches(of: /\{\{ inputs\./).count == inputs.count)
  }
}
