extension LiveScript {
  /// Asks what the newest report is, and how old it is.
  static let status = #"""
    // The newest report that is known of; by how much this clock is ahead of the writer's; how long
    // it takes from one report to the next, where that is longer than it should be.
    let news = shown();
    let { skew = 0, pace = 0 } = remembered();
    let heard = Date.now();
    let isAnswered = true;
    // Not before there was an answer, or none.
    let isJudged = isOnDisk;

    const age = (report) => Math.max(0, Date.now() - skew - report.updated);
    const limit = () => Math.max(2 * Math.max(news.every, pace) + 2000, 5000);

    async function statusByRequest() {
      const response = await fetch(new URL("status.json", root), {
        cache: "no-store", signal: AbortSignal.timeout(10000),
      });
      if (!response.ok) throw new Error("no status");
      const date = Date.parse(response.headers.get("date"));
      const status = await response.json();
      // The header counts whole seconds.
      const ahead = Date.now() - date - 500;
      skew = Math.abs(ahead) > 1500 ? ahead : 0;
      return status;
    }

    function statusByScript() {
      return new Promise((resolve, reject) => {
        const script = document.createElement("script");
        window.packetpressStatus = resolve;
        script.onload = script.onerror = () => {
          script.remove();
          reject(new Error("no status"));
        };
        script.src = new URL(`status.js?${Date.now()}`, root);
        document.head.append(script);
      });
    }

    function note(status) {
      const latest = report(status.state, { ...status, every: status.every_seconds });
      const count = latest.number - news.number;
      if (count > 0) pace = Math.min((latest.updated - news.updated) / count, 60000);
      const hasJustCome = latest.id !== news.id && Date.now() - heard < limit();
      news = latest;
      heard = Date.now();
      // What has just come is not old: the clocks of two machines differ.
      const isOff = heard - skew - news.updated < -2000 || age(news) > limit();
      if (isOnDisk && hasJustCome && isOff) skew = heard - news.updated;
    }

    """#

  /// The age of what is shown, and what to say when nothing new comes.
  static let banner = #"""
    function tick() {
      const live = shown();
      if (!live) return;
      element("live-age").textContent = ` · ${duration(age(live))} ago`;
      const isStale = isJudged && age(news) > limit();
      if (isStale === element("live-stale").hidden) keepPlace(() => show(isStale));
      if (isStale) warn(element("live-stale"));
    }

    function show(isStale) {
      element("live").toggleAttribute("data-stale", isStale);
      element("live-state").textContent = isStale ? "Not updated" : "Live";
      const alert = element("live-stale");
      alert.hidden = !isStale;
      if (isStale) warn(alert);
      else alert.replaceChildren();
    }

    function warn(alert) {
      if (!alert.firstChild) {
        // The seconds are for the eye: a screen reader would say the whole again each time.
        const time = document.createElement("span");
        time.setAttribute("aria-hidden", "true");
        const words = document.createElement("strong");
        words.textContent = "No new data";
        alert.replaceChildren(words, time, document.createElement("span"));
      }
      const [, time, reason] = alert.children;
      time.textContent = ` for ${duration(age(news))}`;
      const text = isAnswered
        ? ": the capture may have stopped." : ": the server of this page does not answer.";
      if (reason.textContent !== text) reason.textContent = text;
    }

    """#
}
