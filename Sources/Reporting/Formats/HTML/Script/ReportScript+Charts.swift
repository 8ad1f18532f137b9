extension ReportScript {
  /// Values under the pointer, or stepped through by the keys.
  static let chart = #"""
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

    """#

  /// Marks that lead to a table or figure, and what a reader was led to laid open.
  static let links = #"""
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

    """#
}
