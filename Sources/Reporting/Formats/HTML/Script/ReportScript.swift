/// `report.js`: makes a page that can be read without it handier; nothing is sent or loaded by it.
enum ReportScript {
  static let path = "report.js"

  static let text =
    "// Packetpress: sorts, filters and copies tables, and reads charts.\n\"use strict\";\n(() => {\n"
    + helpers + values + wishes + sorting + tools + chart + links + start + "})();\n"

  private static let helpers = #"""
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

    """#

  private static let start = #"""
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

    """#
}
