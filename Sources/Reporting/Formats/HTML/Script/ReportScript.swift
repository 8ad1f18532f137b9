/// `report.js`: makes a page that can be read without it handier; nothing is sent or loaded by it.
enum ReportScript {
  static let path = "report.js"

  static let text =
    "// Packetpress: sorts, filters and copies tables, and reads charts.\n\"use strict\";\n(() => {\n"
    + helpers + values + sorting + tools + chart + links + start + "})();\n"

  private static let helpers = #"""
    const make = (name, properties = {}, ...children) => {
      const node = document.createElement(name);
      Object.assign(node, properties);
      node.append(...children);
      return node;
    };
    const text = (node) => node.textContent.trim();

    """#

  private static let start = #"""
    for (const table of document.querySelectorAll("table")) {
      makeSortable(table);
      addTools(table);
    }
    for (const plot of document.querySelectorAll(".plot")) makeReadable(plot);
    for (const caption of document.querySelectorAll("caption, figcaption")) addLink(caption);
    addEventListener("hashchange", showTarget);
    showTarget();

    """#
}
