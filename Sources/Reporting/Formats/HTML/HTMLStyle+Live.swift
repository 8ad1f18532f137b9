extension HTMLStyle {
  /// What a live page has beyond the others.
  static let live = """
    /* The script keeps the place itself. */
    :root.live { overflow-anchor: none; --go: #1a7a48; }
    :root.dark.live { --go: #63cf95; }
    @media (prefers-color-scheme: dark) { :root.auto.live { --go: #63cf95; } }
    #live { border-bottom: 1px solid var(--rule); padding: .75rem 0; font-size: .875rem; }
    #live > * { margin: 0; }
    #live > * + * { margin-top: .6rem; }
    #live p { margin-bottom: 0; }
    #live .warning { max-width: none; }
    #live .warning:not([hidden]) + *, #live [role="status"] p + p { margin-top: .4rem; }
    #live [role="status"]:empty { margin: 0; }
    #live-stale[hidden] + :empty + * { margin-top: 0; }
    .state { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1.25rem; }
    .state p { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
    .state p + p, .about, #live-age { color: var(--muted); }
    #live-state { font-size: 1rem; font-weight: 600; }
    #live-state::before { content: ""; display: inline-block; width: .6em; height: .6em;
      margin-right: .45em; border-radius: 50%; background: var(--muted); }
    #live.running #live-state::before { background: var(--go); }
    #live[data-stale] #live-state::before { background: var(--warn); }
    .tabs { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 0 auto; padding: 0;
      list-style: none; }
    .tabs a { display: block; padding: .15rem 0; text-decoration: none;
      border-bottom: 2px solid transparent; }
    .tabs a:hover { border-color: var(--rule); }
    .tabs a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--ink); }
    #live .key div { padding: .4rem .7rem .45rem; }
    #live .key small { display: inline; margin-left: .35em; }
    .key .marked { background: var(--warn-paper); }
    .key .marked dt, .key .marked dd, .key .marked small { color: var(--warn); }
    .about { max-width: none; }
    @media (max-width: 640px) { .tabs { margin-left: 0; flex-basis: 100%; } }
    @media print { .tabs, #live-age { display: none; } }

    """
}
