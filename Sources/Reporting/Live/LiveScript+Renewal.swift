extension LiveScript {
  /// Brings the newest report into the page.
  static let renewal = #"""
    async function fetchPage() {
      // It is known to have changed; a server that tells times in seconds might not see that.
      const response = await fetch(location.href.split("#")[0], {
        cache: "no-store", signal: AbortSignal.timeout(20000),
      });
      if (!response.ok) throw new Error("no page");
      return new DOMParser().parseFromString(await response.text(), "text/html");
    }

    async function renew() {
      if (isSelecting()) return;
      if (isOnDisk) return reload();
      const fresh = await fetchPage();
      const live = fresh.getElementById("live");
      if (live && report(live.className, live.dataset).id === shown().id) return;
      await loadPictures(fresh);
      if (isSelecting()) return;
      keepPlace(() => {
        document.title = fresh.title;
        document.documentElement.className = fresh.documentElement.className;
        // `report.js`, where it is, puts its tables back as they came, and afterwards in order again.
        document.dispatchEvent(new Event("packetpress:renewal"));
        fitChildren(document.body, fresh.body);
        document.dispatchEvent(new Event("packetpress:renewed"));
      });
    }

    function reload() {
      // Once for a report: a page that cannot be written must not be loaded again and again.
      if (remembered().id === news.id) return;
      savePlace(news.id);
      // The last page has no script to restore anything.
      if (news.id.endsWith("/ended")) history.scrollRestoration = "auto";
      location.reload();
    }

    """#

  /// When to look, and the beginning.
  static let start = #"""
    let isBusy = false;
    let isAsked = false;
    let timer;
    let events = null;
    let attempts = 0;

    async function look() {
      isAsked = true;
      if (isBusy) return;
      isBusy = true;
      clearTimeout(timer);
      while (isAsked) {
        isAsked = false;
        try {
          note(await (isOnDisk ? statusByScript() : statusByRequest()));
          isAnswered = true;
          if (shown().id !== news.id) await renew();
        } catch {
          isAnswered = isOnDisk;
        }
        isJudged = true;
        if (!isLive()) return stop();
        tick();
      }
      isBusy = false;
      listen();
      timer = setTimeout(look, pause());
    }

    const isLive = () => shown()?.id.endsWith("/running") ?? false;

    // Shortly after the next report is due, sooner if it is late, and often enough to see the end.
    function pause() {
      const due = news.every - age(news) + (events ? 1500 : 300);
      const isLate = due <= 0 || shown().id !== news.id;
      const wait = isLate && age(news) <= limit() ? 1000 : due;
      return Math.min(wait > 0 ? wait : news.every, news.every + 500, 10000);
    }

    // Events say at once that there is a report; a server that has none is asked instead.
    function listen() {
      const path = element("live").dataset.events;
      if (!path || isOnDisk || events || attempts >= 3) return;
      attempts += 1;
      events = new EventSource(new URL(path, root));
      events.onopen = () => { attempts = 0; };
      events.onerror = () => {
        events.close();
        events = null;
      };
      for (const name of ["message", "report"]) events.addEventListener(name, look);
    }

    function stop() {
      clearTimeout(timer);
      clearInterval(clock);
      if (events) events.close();
      document.removeEventListener("visibilitychange", onReturn);
    }

    function onReturn() {
      if (document.hidden) return;
      isJudged = false;
      look();
    }

    const clock = setInterval(() => {
      if (!document.hidden) tick();
    }, 1000);
    document.addEventListener("visibilitychange", onReturn);
    tick();
    if (isOnDisk) restorePlace();
    look();

    """#
}
