extension ReportScript {
  /// What the reader wants of each table, by its name: kept while the page is renewed or loaded again.
  static let wishes = #"""
    const store = `packetpress tables ${location.pathname}`;
    const wishes = (() => {
      try { return JSON.parse(sessionStorage.getItem(store)) || {}; } catch { return {}; }
    })();

    function wish(table, change) {
      wishes[table.id] = { ...wishes[table.id], ...change };
      // Where nothing can be kept it holds for as long as the page is open.
      try { sessionStorage.setItem(store, JSON.stringify(wishes)); } catch {}
      arrange(table);
    }

    const rowsOf = (table) => [...table.tBodies[0].rows].filter((row) => !row.matches(".others"));
    const headsOf = (table) => [...table.tHead.rows[0].cells];
    // The rows as they came, and what was put beside them.
    const written = new WeakMap();
    const toolsOf = new WeakMap();

    function place(table, rows) {
      if (rowsOf(table).some((row, index) => row !== rows[index])) table.tBodies[0].prepend(...rows);
    }

    const undo = (table) => place(table, written.get(table) ?? []);

    function arrange(table) {
      const { column, order, filter = "" } = wishes[table.id] ?? {};
      const rows = [...written.get(table)];
      for (const head of headsOf(table)) head.removeAttribute("aria-sort");
      const head = headsOf(table)[column];
      if (order && head?.querySelector(".sort")) {
        head.setAttribute("aria-sort", order);
        const direction = order === "ascending" ? 1 : -1;
        rows.sort((left, right) => compare(
          text(left.cells[column]), text(right.cells[column]), isNumeric(head), direction));
      }
      place(table, rows);
      leaveOut(table, rows, filter);
    }

    """#

  /// Heads that put the rows in order: once, the other way round, as they came.
  static let sorting = #"""
    function makeSortable(table) {
      // Rows that are set in belong under the one before.
      if (rowsOf(table).length < 2 || table.querySelector("tbody [class*=' i']")) return;
      for (const [column, head] of headsOf(table).entries()) {
        if (head.matches(".trend") || head.querySelector(".sort")) continue;
        const button = make("button", { type: "button", className: "sort" }, ...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => wish(table, { column, order: next(head) }));
      }
    }

    function next(head) {
      const [first, second] = isNumeric(head)
        ? ["descending", "ascending"] : ["ascending", "descending"];
      const before = head.getAttribute("aria-sort");
      return before === null ? first : before === first ? second : null;
    }

    """#
}
