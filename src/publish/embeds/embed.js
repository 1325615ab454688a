// @ts-check
// <hallway-timeline src="https://host/notes/" theme="security">a link, for where nothing can be shown</hallway-timeline>
//
// Puts a view of a Hallway site on a page. Touches nothing outside of its element, except that
// sync="hash" keeps the view in the address of the page. Described in docs/embedding.md. Names that end
// in "_" are shortened when it is made small.
(() => {
  // The attributes: the box, the look, the view. Of the view, the last ones have pages.
  const NAMES = "src height max-height label chrome scheme accent max lang data v q has kind view sort conference theme person org year talk recap".split(" ");
  const LOOK = NAMES.slice(4, 11);
  const VIEW = NAMES.slice(11);
  const ONE = VIEW.slice(5);
  // Whether pages have no embedded page of their own, so that `embed.html` shows them; the build says so here.
  const BARE = self.areBare;
  // A folder of a site, and the page in it, if the address names one.
  const PLACE = RegExp(`^(.*?/)(?:embed/)?((?:saved|${ONE.join("|")})/[^/]+\\.html)?[^/]*$`);
  const tag = "hallway-timeline";

  /** @param {HTMLElement} element What it returns are its reactions to the page around it. */
  const timeline = (element) => {
    const get = (name) => element.getAttribute(name) || "";
    const pixels = (name, or) => Math.min(+get(name) || or, 2e4);
    const send = (type, detail) => element.dispatchEvent(new CustomEvent("hallway-" + type, { detail, bubbles: true, cancelable: true }));
    // Shows what is in the element, while the frame cannot.
    const inside = document.createElement("slot");
    element.attachShadow({ mode: "open" }).append(inside);

    let site, timer, isReady;
    /** @type {HTMLIFrameElement | undefined} */
    let frame;
    let title = "";
    // The view that is shown, and the one that its reader chose: that one stays where the element is moved.
    let shown, chosen;

    /** @param {boolean} isFrame Whether to show the frame, or what is in the element. */
    const show = (isFrame) => {
      frame.style = /** @type {any} */ ("width:100%;border:0;display:" + (isFrame ? "block" : "none"));
      inside.hidden = isFrame;
    };
    const fail = (code) => {
      show(false);
      send("error", { code });
    };
    // What is in the element may come later than the element. The view says what it is called.
    const name = () => {
      frame.title = get("label") || element.textContent.trim() || title;
    };
    const key = () => get("sync") === "hash" && `#${element.id || "hallway"}:`;
    // The view that the address of the page asks for, if any.
    const asked = (start = key(), { hash } = location) => (start && hash.startsWith(start) ? hash.slice(start.length) : undefined);

    const place = () => {
      let to;
      try {
        to = new URL(get("src"), document.baseURI);
        if (!/^(http|file):/.test(to.href)) throw 0;
      } catch {
        return fail("src");
      }
      let [, folder, page] = PLACE.exec(to.pathname);
      const search = asked() ?? chosen;
      const view = new URLSearchParams(search ?? to.search);
      const [kind, id] = (page || ".").split(/\/|.html$/);
      if (BARE && ONE.includes(kind)) page = /** @type {any} */ (search ?? view.set(kind, id));
      const look = new URLSearchParams();
      for (const name of NAMES.slice(4)) {
        const value = get(name);
        // A theme is a topic, except for the three color schemes.
        const key = name === "theme" && /^(light|dark|auto)$/.test(value) ? "scheme" : name;
        if (!value) continue;
        if (LOOK.includes(key)) look.set(key, value);
        else search ?? view.set(name, value);
      }
      const [[one, which] = [], more] = view;
      const isOne = !more && ONE.includes(one) && !BARE && /^([a-z0-9-]|\.(?!\.))+$/.test(which);
      if (!isOne) view.forEach((value, name) => look.append(name, value));
      site = to.origin + folder;
      to.pathname = folder + (isOne ? `embed/${one}/${which}.html` : one || !page ? "embed.html" : "embed/" + page);
      to.search = /** @type {any} */ (look);
      to.hash = "";
      name();
      if (frame.src !== to.href) {
        isReady = false;
        clearTimeout(timer);
        show(true);
        frame.src = to.href;
      }
    };

    const heard = (data) => {
      const { type, px, user } = data;
      if (type === "height" && px > 0) frame.height = /** @type {any} */ (Math.max(60, Math.min(px, pixels("max-height", pixels("height", 480)))));
      if (!/^(ready|state|select|open|error)$/.test(type)) return;
      const detail = {};
      for (const name of "title height data query count words item url code".split(" ")) {
        if (/^[ns]/.test(typeof data[name])) detail[name] = String(data[name]).slice(0, 2e3);
      }
      const { query, url } = detail;
      if (type === "ready") {
        isReady = true;
        title = detail.title;
        name();
        show(true);
      }
      if (type === "state") {
        if (user && shown !== query) {
          chosen = query;
          // Beside the address of the page, not its base, which may be another page.
          if (key() && asked() !== query) history.replaceState(history.state, "", new URL(key() + query, location.href));
        }
        shown = query;
      }
      // A frame that may not open links asks here. Only pages of its own site are opened.
      if (send(type, detail) && type === "open" && url?.startsWith(site)) open(url, "_blank", "noopener");
    };

    const listen = (verb) => ["message", "hashchange"].map((type) => window[verb + "EventListener"](type, reactions));
    const reactions = {
      join_() {
        listen("add");
        // A frame that is put elsewhere loads its page once more, even where another one is asked for at once, and either
        // may win. A new one loads one page.
        frame?.remove();
        frame = document.createElement("iframe");
        frame.loading = "lazy";
        frame.referrerPolicy = "no-referrer";
        frame.sandbox = /** @type {any} */ ("allow-scripts allow-popups allow-popups-to-escape-sandbox");
        // A host that is gone or lacks the page, and one that may not be framed, load as well, but stay silent.
        frame.onload = () => {
          timer = setTimeout(() => isReady || fail("load"), 3000);
        };
        frame.height = /** @type {any} */ (pixels("height", 480));
        // Without a page to show there is none to wait for.
        isReady = true;
        inside.before(frame);
        place();
      },
      leave_() {
        listen("remove");
        clearTimeout(timer);
      },
      change_(name) {
        if (name === "src" || VIEW.includes(name)) chosen = undefined;
        place();
      },
      handleEvent({ type, source, data }) {
        const query = asked();
        const view = frame.contentWindow;
        if (type === "message") source === view && data?.hallway === 1 && heard(data);
        else if ((query ?? shown) !== shown) view.postMessage({ hallway: 1, type: "set", query }, "*");
      },
    };
    return reactions;
  };

  if (!customElements.get(tag)) customElements.define(tag, class extends HTMLElement {
    static observedAttributes = NAMES;
    /** @type {ReturnType<typeof timeline> | undefined} */
    view_;
    connectedCallback() {
      this.view_ ??= timeline(this);
      this.view_.join_();
    }
    disconnectedCallback() {
      this.view_.leave_();
    }
    attributeChangedCallback(name) {
      this.view_?.change_(name);
    }
  });
})();
