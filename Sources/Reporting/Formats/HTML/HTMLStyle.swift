/// `style.css`. Everything in it improves a page that can be read without.
package enum HTMLStyle {
  package static let sheet = colors + page + blocks + tables + figures + tools + media

  private static let light = """
    color-scheme: light; --paper: #ffffff; --ink: #1b1e23; --muted: #59626c; --rule: #d9dee3;
    --faint: #f5f7f9; --link: #0a58a6; --bar: #d3e3f4; --warn: #8a4600; --warn-paper: #fdf4e3;
    --error: #a3201a; --error-paper: #fcebea;
    """

  private static let dark = """
    color-scheme: dark; --paper: #15181d; --ink: #e9ebee; --muted: #a4adb6; --rule: #343a41;
    --faint: #1d2125; --link: #86bdf7; --bar: #28425f; --warn: #f2bb6b; --warn-paper: #2b2415;
    --error: #ff8a80; --error-paper: #331b1a;
    """

  private static let colors = """
    /* Packetpress: quiet, exact, generous. */
    :root { \(light) }
    :root.dark { \(dark) }
    @media (prefers-color-scheme: dark) { :root.auto { \(dark) } }

    """

  private static let page = """
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); scroll-behavior: smooth;
      -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 1.5rem 1.5rem 4rem; max-width: calc(1120px + 3rem);
      font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans",
      "Liberation Sans", sans-serif; overflow-wrap: break-word; }
    a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: 1px; }
    :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1.5rem; top: .5rem; padding: .5rem; background: var(--paper); }
    header { border-bottom: 2px solid var(--ink); padding-bottom: .75rem; }
    .kicker, .subtitle, footer, .csv, figcaption, small, nav { font-size: .875rem; }
    .kicker, .subtitle, footer { color: var(--muted); margin: 0; }
    h1, h2, h3 { font-weight: 600; line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 1.75rem; margin: .15rem 0; overflow-wrap: anywhere; }
    h2 { font-size: 1.25rem; margin: 0 0 .5rem; }
    h2 a { color: inherit; text-decoration: none; }
    h2 a:hover { text-decoration: underline; }
    h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
    .number { color: var(--muted); font-weight: 400; margin-right: .35em;
      font-variant-numeric: tabular-nums; }
    nav { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; padding: .6rem 0;
      border-bottom: 1px solid var(--rule); }
    nav ol, nav ul { display: contents; list-style: none; }
    nav .files li:first-child { margin-left: auto; }
    nav a { text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    section { padding-top: 2.25rem; }
    section:first-child { padding-top: 1.25rem; }
    footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--rule); }

    """

  private static let blocks = """
    p, ul, dl { margin: 0 0 1rem; }
    .verdict { border-left: 4px solid var(--muted); background: var(--faint); padding: .6rem .9rem;
      font-size: 1.0625rem; overflow-wrap: anywhere; }
    .verdict.warning { border-color: var(--warn); background: var(--warn-paper); }
    .verdict.error { border-color: var(--error); background: var(--error-paper); }
    .verdict a, .key dd a { color: inherit; }
    .key dd a { text-decoration-color: var(--muted); }
    .lead { max-width: 46rem; overflow-wrap: anywhere; }
    abbr[title] { text-decoration: underline dotted 1px; text-underline-offset: .2em; cursor: help; }
    code, .mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono",
      "Liberation Mono", monospace; font-size: .9em; overflow-wrap: anywhere; }
    .note, .warning { border-left: 3px solid var(--rule); padding: .4rem .8rem;
      margin-bottom: .5rem; max-width: 52rem; overflow-wrap: anywhere; }
    .warning { border-color: var(--warn); background: var(--warn-paper); }
    .warning strong { color: var(--warn); font-weight: 600; }
    .remarks { padding-left: 1.25rem; max-width: 52rem; overflow-wrap: anywhere; }
    .key { display: grid; gap: 1px; padding: 1px;
      grid-template-columns: repeat(auto-fit, minmax(9.25rem, 1fr)); }
    /* Two full rows instead of one and a rest. */
    @media (min-width: 641px) {
      .key:has(> div:nth-child(8):last-child) { grid-template-columns: repeat(4, minmax(0, 1fr)); }
      .key:has(> div:nth-child(9):last-child) { grid-template-columns: repeat(5, minmax(0, 1fr)); }
    }
    .key div { box-shadow: 0 0 0 1px var(--rule); padding: .7rem .85rem .75rem; }
    .key dt { color: var(--muted); font-size: .875rem; }
    .key dd { margin: 0; font-size: 1.25rem; font-weight: 600; line-height: 1.3;
      overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums; }
    .key small { display: block; color: var(--muted); font-weight: 400; line-height: 1.35; }
    .facts { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr);
      gap: .2rem 1.5rem; max-width: 60rem; font-size: .875rem; }
    .facts dt { color: var(--muted); }
    .facts dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }

    """

  private static let tables = """
    .table { margin: 1.5rem 0 0; min-width: 0; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.4;
      font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding-bottom: .35rem; }
    th, td { padding: .3rem 1.1rem .3rem 0; text-align: left; vertical-align: top;
      font-weight: 400; border-bottom: 1px solid var(--rule); }
    th:last-child, td:last-child { padding-right: .25rem; }
    thead th { color: var(--muted); vertical-align: bottom; border-color: var(--muted);
      line-height: 1.25; }
    thead small { font-size: inherit; }
    .n { text-align: right; }
    td.n, th.n[scope="row"] { white-space: nowrap; }
    .t { overflow-wrap: break-word; max-width: 24rem; }
    td.mono, th.mono[scope="row"] { font-size: .8125rem; overflow-wrap: anywhere; }
    td.whole, th.whole[scope="row"] { white-space: nowrap; }
    .share { position: relative; isolation: isolate; min-width: 6rem; }
    .bar { position: absolute; left: 0; bottom: .2rem; width: calc(100% - 1.1rem); height: calc(100% - .4rem); fill: var(--bar); z-index: -1; }
    td.share:last-child .bar { width: calc(100% - .25rem); }
    .trend { min-width: 6rem; }
    .trend svg { display: block; margin-top: .1rem; fill: var(--link);
      border-bottom: 1px solid var(--rule); }
    td[title], th[title] { cursor: help; }
    .others > *, .others > th.mono { color: var(--muted); font-family: inherit;
      font-size: inherit; }
    .csv { margin: .35rem 0 0; }
    .table + .note, .table + p { margin-top: .75rem; }
    .pair { display: grid; gap: 0 3rem; align-items: start;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
    \(indents)

    """

  /// One rule for each step that a cell can be set in.
  private static let indents = (1...12).map { ".i\($0) { padding-left: \($0)rem; }" }
    .joined(separator: "\n")

  private static let figures = """
    /* A caption has to come first or last, and is looked for under the picture. */
    figure { margin: 1.25rem 0 1.75rem; display: flex; flex-direction: column; position: relative; }
    figure > * { min-width: 0; }
    figure > details { order: 1; }
    .plot { position: relative; min-width: 40rem; }
    .plot img { display: block; width: 100%; height: auto; }
    .overlay { position: absolute; inset: 0; width: 100%; height: 100%; }
    .overlay polygon:hover { fill: var(--ink); fill-opacity: .08; }
    figcaption { color: var(--muted); margin-top: .35rem; overflow-wrap: anywhere; }
    figcaption b { font-weight: 600; }
    /* Where the picture is large enough to be read, its own heading says the same. */
    @media screen and (min-width: 641px) { figcaption { position: absolute; clip-path: inset(50%);
      width: 1px; height: 1px; overflow: hidden; white-space: nowrap; } }
    details { margin-top: .35rem; font-size: .875rem; }
    summary { color: var(--link); cursor: pointer; width: max-content; max-width: 100%; }
    details .scroll { max-height: 24rem; overflow: auto; }
    details .table { margin-top: .5rem; }

    """

  private static let media = """
    @media (max-width: 640px) {
      body { padding: 1rem 1rem 3rem; }
      h1 { font-size: 1.5rem; }
      .key { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      nav .files li:first-child { margin-left: 0; }
      .key div:last-child:nth-child(odd) { grid-column: 1 / -1; }
      thead th { min-width: 4.5rem; }
      .facts { grid-template-columns: minmax(0, 1fr); }
      .facts dd { margin-bottom: .4rem; }
      td.t { min-width: 8rem; }
      /* What heads a table that is wider than the screen stays on it. */
      caption { position: sticky; left: 0; max-width: calc(100vw - 2rem); }
      td.mono, th.mono[scope="row"] { min-width: 9rem; }
      .tools { justify-content: space-between; }
    }
    @media print {
      :root, :root.auto, :root.dark { \(light) }
      body { padding: 0; max-width: none; font-size: 10pt; }
      nav, .skip, details, .csv, .tools, .anchor, .reading { display: none; }
      .scroll { overflow: visible; }
      figure, tr, .key, .warning { break-inside: avoid; }
      h2, h3, caption { break-after: avoid; }
      abbr[title] { text-decoration: none; }
      thead { display: table-header-group; }
      .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }

    """
}
