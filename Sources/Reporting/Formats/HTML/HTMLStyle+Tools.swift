extension HTMLStyle {
  /// What the script adds.
  static let tools = """
    .tools { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: flex-end;
      margin: 0 0 .25rem; font-size: .875rem; }
    .tools span { position: relative; }
    .tools input { font: inherit; color: inherit; background: var(--paper); width: 14rem;
      max-width: 100%; border: 1px solid var(--muted); border-radius: 3px; padding: .2rem .5rem; }
    .count { color: var(--muted); margin-left: .5rem; }
    button { font: inherit; color: inherit; background: none; border: 0; padding: 0;
      cursor: pointer; text-align: inherit; }
    .copy { color: var(--link); }
    .copy:hover { text-decoration: underline; }
    .sort { position: relative; }
    .sort:hover, [aria-sort] .sort { color: var(--ink); }
    .sort::after { position: absolute; left: calc(100% + .15em); bottom: 0; }
    .n .sort::after { left: auto; right: calc(100% + .15em); }
    [aria-sort="ascending"] .sort::after { content: "▴"; }
    [aria-sort="descending"] .sort::after { content: "▾"; }
    /* Where there is room, in the line of the caption. */
    @media (min-width: 901px) {
      .tools { position: relative; z-index: 1; width: max-content; max-width: 24rem;
        margin: 0 0 -1.7rem auto; }
      .tools + .scroll caption { padding-right: 25rem; min-height: 2rem; }
      .count { position: absolute; right: 100%; top: .2rem; white-space: nowrap; }
    }
    .clip { position: fixed; left: -100vw; }
    .anchor { margin-left: .35em; text-decoration: none; font-weight: 400; opacity: 0; }
    caption:hover .anchor, figcaption:hover .anchor, .anchor:focus-visible { opacity: 1; }
    .crosshair { stroke: var(--ink); stroke-width: 1; stroke-opacity: .55; pointer-events: none; }
    .overlay .read { fill: var(--ink); fill-opacity: .08; }
    .reading { position: absolute; z-index: 1; max-width: 24rem; margin: 0 .5rem;
      padding: .25rem .6rem; background: var(--paper); border: 1px solid var(--muted);
      border-radius: 3px; font-size: .875rem; pointer-events: none; overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums; }

    """
}
