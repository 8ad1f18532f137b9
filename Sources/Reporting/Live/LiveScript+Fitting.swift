extension LiveScript {
  /// Fits a new page into the one that is shown, node by node, so that what is the same stays:
  /// focus, open details, scrolled tables, pictures.
  static let fitting = #"""
    const isReaders = (node, name) => name === "open" && node.localName === "details";
    // What `report.js` adds is not of the page; a button of its own holds what a head of a table says.
    const isAdded = (node) => node.nodeType === Node.ELEMENT_NODE && node.hasAttribute("data-added");
    const contentOf = (node) => node.querySelector(":scope > .sort") ?? node;
    const own = (node) => {
      while (node && isAdded(node)) node = node.nextSibling;
      return node;
    };

    function fit(node, fresh) {
      if (node.isEqualNode(fresh)) return;
      if (node.nodeType !== Node.ELEMENT_NODE) {
        node.data = fresh.data;
        return;
      }
      for (const { name } of [...node.attributes]) {
        if (!fresh.hasAttribute(name) && !isReaders(node, name)) node.removeAttribute(name);
      }
      for (const { name, value } of fresh.attributes) {
        if (node.getAttribute(name) !== value && !isReaders(node, name)) {
          node.setAttribute(name, value);
        }
      }
      fitChildren(contentOf(node), fresh);
    }

    function fitChildren(node, fresh) {
      let next = own(node.firstChild);
      const removeUntil = (end) => {
        while (next !== end) {
          const gone = next;
          next = own(next.nextSibling);
          gone.remove();
        }
      };
      for (const wanted of fresh.childNodes) {
        const match = counterpart(next, wanted);
        if (match) {
          removeUntil(match);
          next = own(match.nextSibling);
          fit(match, wanted);
        } else {
          node.insertBefore(document.importNode(wanted, true), next);
        }
      }
      removeUntil(null);
    }

    // The one of the same name; without names the next of the same kind.
    function counterpart(next, wanted) {
      let node = next;
      if (wanted.id) {
        while (node && node.id !== wanted.id) node = own(node.nextSibling);
      } else if (wanted.nodeType === Node.ELEMENT_NODE) {
        while (node && node.nodeType !== Node.ELEMENT_NODE) node = own(node.nextSibling);
        if (node && node.id) return null;
      }
      return node && node.nodeName === wanted.nodeName ? node : null;
    }

    // Pictures are there before the page that shows them.
    function loadPictures(fresh) {
      const addresses = [...fresh.querySelectorAll("picture")].map((picture) => {
        const source = picture.querySelector("source");
        const isChosen = source && matchMedia(source.media).matches;
        return new URL(isChosen ? source.srcset : picture.querySelector("img").src, location.href);
      });
      const known = new Set([...document.images].map((image) => image.currentSrc));
      const loads = addresses.filter((address) => !known.has(address.href)).map((address) => {
        const image = new Image();
        image.src = address;
        return image.decode().catch(() => {});
      });
      const late = new Promise((resolve) => setTimeout(resolve, 10000));
      return Promise.race([Promise.all(loads), late]);
    }

    """#
}
