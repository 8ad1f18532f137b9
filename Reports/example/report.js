// Packetpress: sorts, filters and copies tables, and reads charts.
"use strict";
(() => {
const make = (name, properties = {}, ...children) => {
  const node = document.createElement(name);
  Object.assign(node, properties);
  // What is not of the page; `live.js` leaves it alone.
  node.setAttribute("data-added", "");
  node.append(...children);
  return node;
};
const text = (node) => node.textContent.trim();
const caption = (node) => [...node.childNodes].filter((child) => !child.matches?.(".anchor"))
  .map((child) => child.textContent).join("").trim();
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
const svgSpace = "http://www.w3.org/2000/svg";

// The shapes of a plot with their words, and which of them is read.
const readings = new WeakMap();

function makeReadable(plot) {
  const overlay = plot.querySelector(".overlay");
  const before = readings.get(plot);
  if (!overlay) {
    if (before) show(plot, -1);
    return;
  }
  const reading = before ?? {
    output: make("output", { className: "reading", hidden: true }), place: -1,
    line: document.createElementNS(svgSpace, "line"),
  };
  reading.overlay = overlay;
  reading.shapes = [...overlay.querySelectorAll("polygon")].map((shape) => {
    const title = shape.querySelector("title");
    // The browser's own hint would come late, and over ours.
    if (title) shape.setAttribute("aria-label", text(title));
    title?.remove();
    return { shape, words: shape.getAttribute("aria-label") ?? "", box: shape.getBBox() };
  });
  reading.line.setAttribute("class", "crosshair");
  reading.line.setAttribute("data-added", "");
  if (reading.line.parentNode !== overlay) overlay.append(reading.line);
  if (!before) {
    plot.append(reading.output);
    readings.set(plot, reading);
    follow(plot);
  }
  show(plot, reading.place);
}

function show(plot, place) {
  const reading = readings.get(plot);
  const { shapes, output, line, overlay } = reading;
  reading.place = shapes[place] ? place : -1;
  for (const [index, { shape }] of shapes.entries()) {
    shape.classList.toggle("read", index === place);
  }
  output.hidden = reading.place < 0;
  if (output.hidden) {
    for (const name of ["x1", "x2", "y1", "y2"]) line.setAttribute(name, 0);
    return;
  }
  const { words, box } = shapes[place];
  const area = overlay.viewBox.baseVal;
  const middle = box.x + box.width / 2;
  for (const [name, value] of Object.entries({
    x1: middle, x2: middle, y1: box.y, y2: box.y + box.height,
  })) line.setAttribute(name, value);
  output.textContent = words;
  const isRight = middle > area.width / 2;
  output.style.left = isRight ? "auto" : `${(100 * middle) / area.width}%`;
  output.style.right = isRight ? `${100 - (100 * middle) / area.width}%` : "auto";
  output.style.top = `${(100 * Math.max(0, box.y)) / area.height}%`;
}

function follow(plot) {
  const reading = readings.get(plot);
  plot.addEventListener("pointermove", (event) => {
    show(plot, reading.shapes.findIndex(({ shape }) => shape === event.target));
  });
  plot.addEventListener("pointerleave", () => show(plot, -1));
  const scroll = plot.closest(".scroll");
  scroll.addEventListener("keydown", (event) => {
    const last = reading.shapes.length - 1;
    const steps = {
      ArrowRight: Math.min(reading.place + 1, last),
      ArrowLeft: Math.max(reading.place - 1, 0), Home: 0, End: last, Escape: -1,
    };
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(plot, steps[event.key]);
  });
  scroll.addEventListener("blur", () => show(plot, -1));
}
function addLink(node) {
  const owner = node.closest("table, figure");
  if (!owner?.id || node.querySelector(".anchor")) return;
  const link = make("a", { className: "anchor", href: `#${owner.id}` }, "#");
  link.setAttribute("aria-label", `Link to: ${text(node)}`);
  node.append(link);
}

function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}
const all = (selector) => document.querySelectorAll(selector);

function dress() {
  for (const tools of all(".tools")) {
    if (!toolsOf.get(tools.parentNode.querySelector("table"))?.isSameNode(tools)) tools.remove();
  }
  for (const table of all("table")) {
    written.set(table, rowsOf(table));
    makeSortable(table);
    addTools(table);
    arrange(table);
  }
  for (const plot of all(".plot")) makeReadable(plot);
  for (const node of all("caption, figcaption")) addLink(node);
}

dress();
addEventListener("hashchange", showTarget);
showTarget();
// On a live page the numbers change, and what the reader has made of them stays.
document.addEventListener("packetpress:renewal", () => {
  for (const table of all("table")) undo(table);
});
document.addEventListener("packetpress:renewed", dress);
})();
