/// What the list of an archive needs beyond the style sheet of a report.
enum ArchiveStyle {
  static let sheet = """
    /* The list of an archive. */
    .archive { margin-top: 1.5rem; }
    .archive th, .archive td { vertical-align: middle; }
    .archive thead th { vertical-align: bottom; }
    .archive tbody a { white-space: nowrap; }
    .archive tbody small { display: block; max-width: 24rem; color: var(--muted);
      font-size: .8125rem; overflow-wrap: anywhere; }
    .archive tbody tr:hover { background: var(--faint); }
    .archive .verdict { color: var(--muted); }
    .archive .amiss { color: var(--warn); font-weight: 600; }
    .archive .traffic { width: 11rem; height: 2.4rem; color: var(--muted); }
    .spark { display: block; width: 10rem; height: 1.75rem; color: var(--link); overflow: visible; }
    @media (max-width: 860px) {
      .archive, .archive caption, .archive tbody { display: block; }
      .archive thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
        overflow: hidden; white-space: nowrap; }
      .archive tr { display: grid; grid-template-columns: 1.3fr 1.2fr 1fr .8fr;
        gap: .35rem .75rem; padding: .85rem 0; border-top: 1px solid var(--rule); }
      .archive th, .archive td { border: 0; padding: 0; }
      .archive tbody th { grid-column: 1 / 4; font-size: 1rem; }
      .archive tbody small { max-width: none; }
      .archive .verdict { text-align: right; }
      .archive .amiss, .archive .traffic { grid-column: 1 / -1; width: auto; height: auto;
        text-align: left; }
      .archive .n { text-align: left; }
      .archive td[data-label]::before { content: attr(data-label); display: block;
        color: var(--muted); font-size: .75rem; }
      .spark { width: 100%; height: 2.25rem; }
    }
    @media print { .archive tr { break-inside: avoid; } }

    """
}
