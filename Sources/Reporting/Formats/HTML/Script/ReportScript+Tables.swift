extension ReportScript {
  /// What a cell is worth when rows are put in order.
  static let values = #"""
    const scales = {
      "%": 0.01, k: 1e3, M: 1e6, G: 1e9, T: 1e12, ns: 1e-9, "µs": 1e-6, ms: 1e-3, s: 1, min: 60,
      h: 3600, d: 86400,
    };

    // "1.2 GB", "5.9 Mbit/s", "2 min 3 s", "<0.1 %"; NaN for what is no number.
    function amount(words) {
      const parts = words.replace(/,/g, "").matchAll(/([<>]?)(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*([^\d\s<>-]*)/gi);
      let sum = NaN;
      for (const [, bound, number, unit] of parts) {
        const scale = scales[unit] ?? (/^[kMGT](?:B|bit|$)/.test(unit) ? scales[unit[0]] : 1);
        const value = Number(number) * scale * (bound === "<" ? 0.5 : 1);
        sum = Number.isNaN(sum) ? value : sum + value;
      }
      return sum;
    }

    const isNumeric = (cell) => cell.classList.contains("n");
    const collator = new Intl.Collator("en", { numeric: true });

    // Cells without a value come last, whatever the direction.
    function compare(left, right, isNumber, direction) {
      const [a, b] = isNumber ? [amount(left), amount(right)] : [left, right];
      const isEmpty = (value) => (isNumber ? Number.isNaN(value) : value === "–" || value === "");
      if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
      return direction * (isNumber ? a - b : collator.compare(a, b));
    }

    """#

  /// Beside a table: a field that leaves rows out, and a button that copies those shown.
  static let tools = #"""
    const fewRows = 8;

    function addTools(table) {
      if (rowsOf(table).length < 2 || toolsOf.get(table)?.isConnected) return;
      const tools = make("p", { className: "tools" }, filterField(table), copyButton(table));
      table.closest(".scroll").before(tools);
      toolsOf.set(table, tools);
    }

    function filterField(table) {
      const field = make("input", { type: "search", placeholder: "Filter rows" });
      field.value = wishes[table.id]?.filter ?? "";
      field.setAttribute("aria-label", `Filter rows: ${caption(table.caption)}`);
      field.addEventListener("input", () => wish(table, { filter: field.value }));
      return make("span", {}, field, " ", make("output", { className: "count" }));
    }

    function leaveOut(table, rows, filter) {
      const part = toolsOf.get(table)?.firstChild;
      if (!part) return;
      const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const content = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => content.includes(word));
        if (!row.hidden) shown += 1;
      }
      const count = words.length ? `${shown} of ${rows.length} rows` : "";
      const output = part.querySelector(".count");
      if (output.textContent !== count) output.textContent = count;
      part.hidden = rows.length <= fewRows && !words.length;
    }

    // A cell that a spreadsheet would compute is made text, as in our own files.
    function quoted(cell) {
      const content = /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,]+$/.test(cell) ? `'${cell}` : cell;
      return /[",\r\n]/.test(content) ? `"${content.replace(/"/g, '""')}"` : content;
    }

    const asCSV = (table) => [table.tHead.rows[0], ...table.tBodies[0].rows]
      .filter((row) => !row.hidden)
      .map((row) => [...row.cells].filter((cell) => !cell.matches(".trend"))
        .map((cell) => quoted(text(cell))).join(","))
      .join("\r\n") + "\r\n";

    function copyButton(table) {
      const button = make("button", { type: "button", className: "copy" }, "Copy as CSV");
      button.setAttribute("aria-label", `Copy as CSV: ${caption(table.caption)}`);
      button.addEventListener("click", async () => {
        const isDone = await copy(asCSV(table));
        button.textContent = isDone ? "Copied" : "Could not copy";
        setTimeout(() => { button.textContent = "Copy as CSV"; }, 2000);
      });
      return button;
    }

    // Pages that came without encryption have no clipboard; there the old way is left.
    async function copy(content) {
      try {
        await navigator.clipboard.writeText(content);
        return true;
      } catch {
        const field = make("textarea", { value: content, className: "clip", readOnly: true });
        document.body.append(field);
        field.select();
        const isDone = document.execCommand("copy");
        field.remove();
        return isDone;
      }
    }

    """#
}
