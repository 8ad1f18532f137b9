extension ReportScript {
  /// Values under the pointer, or stepped through by the keys.
  static let chart = #"""
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

    """#

  /// Marks that lead to a table or figure, and what a reader was led to laid open.
  static let links = #"""
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

    """#
}
