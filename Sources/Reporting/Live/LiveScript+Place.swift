extension LiveScript {
  /// Where the reader is: kept while the page changes, or over a reload.
  static let place = #"""
    // Elements have places relative to the nearest one with a name.
    const blocks = "h1, h2, h3, p, dl, figure, details, tr";
    const controls = "a, summary, button, input, [tabindex]";
    function placeOf(node, selector) {
      const owner = node.closest("[id]") || document.body;
      return [owner.id, [...owner.querySelectorAll(selector)].indexOf(node)];
    }
    function nodeAt([id, index], selector) {
      const owner = id ? element(id) : document.body;
      return owner && (index < 0 ? owner : owner.querySelectorAll(selector)[index]);
    }

    const topOf = (node) => node.getBoundingClientRect().top;
    const isVisible = (node) =>
      node.checkVisibility ? node.checkVisibility() : node.getClientRects().length > 0;
    const topBlock = () => scrollY > 0
      ? [...document.querySelectorAll(blocks)].find((node) => topOf(node) >= 0 && isVisible(node))
      : null;
    const scrollTo = (node, top) =>
      window.scrollBy({ top: topOf(node) - top, behavior: "instant" });

    function keepPlace(change) {
      const node = topBlock();
      const top = node ? topOf(node) : 0;
      change();
      if (node && node.isConnected) scrollTo(node, top);
    }

    const store = `packetpress ${location.pathname}`;
    function remembered() {
      try { return JSON.parse(sessionStorage.getItem(store)) || {}; } catch { return {}; }
    }
    function remember(memory) {
      try { sessionStorage.setItem(store, JSON.stringify(memory)); return true; } catch { return false; }
    }

    function savePlace(id) {
      const block = topBlock();
      const scrolled = [...document.querySelectorAll(".scroll")]
        .filter((node) => node.scrollLeft || node.scrollTop);
      const isSaved = remember({
        id, skew, pace, isWaiting: true, y: scrollY,
        block: block && [placeOf(block, blocks), topOf(block)],
        open: [...document.querySelectorAll("details[open]")].map((n) => placeOf(n, "details")),
        scrolled: scrolled.map((n) => [placeOf(n, ".scroll"), n.scrollLeft, n.scrollTop]),
        focus: document.activeElement.matches(controls)
          ? placeOf(document.activeElement, controls) : null,
      });
      if (isSaved) history.scrollRestoration = "manual";
    }

    function restorePlace() {
      const memory = remembered();
      if (!memory.isWaiting) return;
      remember({ ...memory, isWaiting: false });
      for (const place of memory.open) {
        const node = nodeAt(place, "details");
        if (node) node.open = true;
      }
      for (const [place, left, top] of memory.scrolled) {
        const node = nodeAt(place, ".scroll");
        if (node) node.scrollTo({ left, top, behavior: "instant" });
      }
      const focus = memory.focus && nodeAt(memory.focus, controls);
      if (focus) focus.focus({ preventScroll: true });
      if (focus?.localName === "input") focus.setSelectionRange(1e6, 1e6);
      const block = memory.block && nodeAt(memory.block[0], blocks);
      const settle = () => {
        if (block) scrollTo(block, memory.block[1]);
        else window.scrollTo({ top: memory.y, behavior: "instant" });
      };
      settle();
      const settled = scrollY;
      // Pictures may come out a pixel higher than they said; and browsers go on to restore while the
      // page loads: from then on that is theirs again.
      window.addEventListener("load", () => {
        if (scrollY === settled) settle();
        setTimeout(() => { history.scrollRestoration = "auto"; }, 500);
      });
    }

    """#
}
