// Packetpress: sorts, filters and copies tables, and reads charts.
"use strict";
(() => {
const make = (name, properties = {}, ...children) => {
  const node = document.createElement(name);
  Object.assign(node, properties);
  node.append(...children);
  return node;
};
const text = (node) => node.textContent.trim();
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
const rowsOf = (table) => [...table.tBodies[0].rows].filter((row) => !row.matches(".others"));

function makeSortable(table) {
  const rows = rowsOf(table);
  // Rows that are set in belong under the one before.
  if (rows.length < 2 || table.querySelector("tbody [class*=' i']")) return;
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const button = make("button", { type: "button", className: "sort" }, ...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => sort(table, rows, column, head));
  }
}

function sort(table, rows, column, head) {
  const isNumber = isNumeric(head);
  const first = isNumber ? "descending" : "ascending";
  const second = isNumber ? "ascending" : "descending";
  const before = head.getAttribute("aria-sort");
  const order = before === null ? first : before === first ? second : null;
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  const sorted = [...rows];
  if (order) {
    const direction = order === "ascending" ? 1 : -1;
    head.setAttribute("aria-sort", order);
    sorted.sort((left, right) =>
      compare(text(left.cells[column]), text(right.cells[column]), isNumber, direction));
  }
  table.tBodies[0].prepend(...sorted);
}
const fewRows = 8;

function addTools(table) {
  const rows = rowsOf(table);
  if (rows.length < 2) return;
  const tools = make("p", { className: "tools" });
  if (rows.length > fewRows) tools.append(filterField(table, rows));
  tools.append(copyButton(table));
  table.closest(".scroll").before(tools);
}

function filterField(table, rows) {
  const field = make("input", { type: "search", placeholder: "Filter rows" });
  field.setAttribute("aria-label", `Filter rows: ${text(table.caption)}`);
  const count = make("output", { className: "count" });
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => content.includes(word));
      if (!row.hidden) shown += 1;
    }
    count.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
  });
  return make("span", {}, field, " ", count);
}

// A cell that a spreadsheet would compute is made text, as in our own files.
function quoted(cell) {
  const content = /^[=+\-@\t\r]/.test(cell) && !/^-?[\d.,]+$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(content) ? `"${content.replace(/"/g, '""')}"` : content;
}

const asCSV = (table) => [table.tHead.rows[0], ...table.tBodies[0].rows]
  .filter((row) => !row.hidden)
  .map((row) => [...row.cells].map((cell) => quoted(text(cell))).join(","))
  .join("\r\n") + "\r\n";

function copyButton(table) {
  const button = make("button", { type: "button", className: "copy" }, "Copy as CSV");
  button.setAttribute("aria-label", `Copy as CSV: ${text(table.caption)}`);
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

function makeReadable(plot) {
  const overlay = plot.querySelector(".overlay");
  if (!overlay) return;
  const shapes = [...overlay.querySelectorAll("polygon")].map((shape) => {
    const title = shape.querySelector("title");
    const words = title ? text(title) : "";
    // The browser's own hint would come late, and over ours.
    title?.remove();
    return { shape, words, box: shape.getBBox() };
  });
  if (!shapes.length) return;
  const reading = make("output", { className: "reading", hidden: true });
  const line = document.createElementNS(svgSpace, "line");
  line.setAttribute("class", "crosshair");
  overlay.append(line);
  plot.append(reading);
  const show = (place) => {
    const { words, box } = shapes[place];
    const area = overlay.viewBox.baseVal;
    const middle = box.x + box.width / 2;
    for (const [name, value] of Object.entries({
      x1: middle, x2: middle, y1: box.y, y2: box.y + box.height,
    })) line.setAttribute(name, value);
    for (const [index, { shape }] of shapes.entries()) {
      shape.classList.toggle("read", index === place);
    }
    reading.textContent = words;
    reading.hidden = false;
    const isRight = middle > area.width / 2;
    reading.style.left = isRight ? "auto" : `${(100 * middle) / area.width}%`;
    reading.style.right = isRight ? `${100 - (100 * middle) / area.width}%` : "auto";
    reading.style.top = `${(100 * Math.max(0, box.y)) / area.height}%`;
  };
  const hide = () => {
    reading.hidden = true;
    for (const { shape } of shapes) shape.classList.remove("read");
    for (const name of ["x1", "x2", "y1", "y2"]) line.setAttribute(name, 0);
  };
  follow(plot, overlay, shapes, show, hide);
}

function follow(plot, overlay, shapes, show, hide) {
  let place = -1;
  const go = (index) => {
    place = index;
    if (place < 0) hide();
    else show(place);
  };
  overlay.addEventListener("pointermove", (event) => {
    go(shapes.findIndex(({ shape }) => shape === event.target));
  });
  overlay.addEventListener("pointerleave", () => go(-1));
  const scroll = plot.closest(".scroll");
  scroll.addEventListener("keydown", (event) => {
    const last = shapes.length - 1;
    const steps = {
      ArrowRight: Math.min(place + 1, last), ArrowLeft: Math.max(place - 1, 0), Home: 0,
      End: last, Escape: -1,
    };
    if (!(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(steps[event.key]);
  });
  scroll.addEventListener("blur", () => go(-1));
}
function addLink(caption) {
  const owner = caption.closest("table, figure");
  if (!owner?.id) return;
  const link = make("a", { className: "anchor", href: `#${owner.id}` }, "#");
  link.setAttribute("aria-label", `Link to: ${text(caption)}`);
  caption.append(" ", link);
}

function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
}
for (const table of document.querySelectorAll("table")) {
  makeSortable(table);
  addTools(table);
}
for (const plot of document.querySelectorAll(".plot")) makeReadable(plot);
for (const caption of document.querySelectorAll("caption, figcaption")) addLink(caption);
addEventListener("hashchange", showTarget);
showTarget();
})();
