/// `live.js`: keeps a live page up to date; without it the page reloads itself.
///
/// Over HTTP it is told by events, or asks for `status.json`, and fits the new page into the one that
/// is shown. Pages opened from disk may not fetch: there `status.js` tells of a new report, and the
/// page is loaded again at the same place.
package enum LiveScript {
  package static let path = "live.js"

  static let text =
    "// Packetpress: keeps a live page up to date.\n\"use strict\";\n(() => {\n"
    + words + place + fitting + status + banner + renewal + start + "})();\n"

  private static let words = #"""
    const element = (id) => document.getElementById(id);
    const first = element("live");
    if (!first) return;
    const isOnDisk = location.protocol === "file:";
    const root = new URL(first.dataset.root || "./", location.href);

    // A report: which one it is, when it was made, and in how many milliseconds the next should come.
    const report = (state, { started, generation, updated, every }) => ({
      id: `${started}/${generation}/${state}`,
      number: Number(generation),
      updated: Date.parse(updated.replace(/(\.\d{3})\d+/, "$1")),
      every: 1000 * Number(every),
    });
    const shown = () => {
      const live = element("live");
      return live && report(live.className, live.dataset);
    };

    function duration(milliseconds) {
      const seconds = Math.floor(milliseconds / 1000);
      const units = [[86400, "d"], [3600, "h"], [60, "min"], [1, "s"]];
      const index = Math.max(0, units.findIndex(([size]) => seconds >= size));
      if (seconds < 1) return "0 s";
      const [size, unit] = units[index];
      const [small, smallUnit] = units[index + 1] || [1, ""];
      const rest = Math.floor((seconds % size) / small);
      return `${Math.floor(seconds / size)} ${unit}` + (rest ? ` ${rest} ${smallUnit}` : "");
    }

    const isSelecting = () => {
      const selection = document.getSelection();
      return selection !== null && !selection.isCollapsed;
    };

    """#
}
