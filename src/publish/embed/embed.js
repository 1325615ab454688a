// <hallway-timeline src="https://host/notes/" theme="security">a link, for where no script runs</hallway-timeline>
//
// Puts a view of a Hallway site on a page. Touches nothing outside of its element, except that
// sync="hash" keeps the view in the address of the page. Described in docs/embedding.md. Names that end
// in "_" are shortened when it is made small.
(() => {
  const ONE = "conference theme person org year talk recap".split(" ");
  // Folders whose pages have no embedded page; the build of a large collection names them here.
  const BARE = "no-dir";
  const LOOK = "chrome scheme accent max lang data v".split(" ");
  const VIEW = [..."q has kind view sort".split(" "), ...ONE];
  // A folder of a site, and the page in it, if it is one.
  const PLACE = RegExp(`^(.*?/)(?:embed/)?((?:saved|${ONE.join("|")})/[^/]+\\.html)?[^/]*$`);
  const MESSAGES = /^(ready|state|select|open|error)$/;
  const tag = "hallway-timeline";
  const pixels = (text, or) => (/^\d+$/.test(text) ? Math.min(text, 2e4) : or);

  class Timeline extends HTMLElement {
    static observedAttributes = ["src", "height", "max-height", "label", ...VIEW, ...LOOK];

    connectedCallback() {
      this.hear_ = (event) => this.heard_(event);
      this.follow_ = () => {
        const view = this.view_();
        if (view !== null && view !== this.shown_) this.frame_.contentWindow.postMessage({ hallway: 1, type: "set", query: view }, "*");
      };
      addEventListener("message", this.hear_);
      addEventListener("hashchange", this.follow_);
      this.frame_ = document.createElement("iframe");
      this.frame_.loading = "lazy";
      this.frame_.referrerPolicy = "no-referrer";
      this.frame_.sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
      this.frame_.style = "display:block;width:100%;border:0";
      this.frame_.height = this.box_();
      this.place_();
      (this.shadowRoot || this.attachShadow({ mode: "open" })).replaceChildren(this.frame_);
    }

    disconnectedCallback() {
      removeEventListener("message", this.hear_);
      removeEventListener("hashchange", this.follow_);
      this.frame_ = null;
    }

    attributeChangedCallback() {
      if (this.frame_) this.place_();
    }

    box_() {
      return pixels(this.getAttribute("height"), 480);
    }

    key_() {
      return this.getAttribute("sync") === "hash" ? `#${this.id || "hallway"}:` : "";
    }

    // What the address of the page wants to be shown here; null when it says nothing.
    view_() {
      const key = this.key_();
      return key && location.hash.startsWith(key) ? location.hash.slice(key.length) : null;
    }

    place_() {
      let to;
      try {
        to = new URL(this.getAttribute("src"), document.baseURI);
        if (!/^(http|file)/.test(to.protocol)) throw 0;
      } catch {
        return this.send_("error", { code: "src" });
      }
      let [, site, page] = PLACE.exec(to.pathname);
      const asked = this.view_();
      const view = new URLSearchParams(asked ?? to.search);
      const [kind, id] = (page || ".").split(/\/|.html$/);
      if (BARE.includes(kind)) page = asked ?? view.set(kind, id);
      const look = new URLSearchParams();
      for (const name of [...VIEW, ...LOOK]) {
        const value = this.getAttribute(name);
        // A theme is a topic, but for the three words that are none.
        const isScheme = name === "theme" && /^(light|dark|auto)$/.test(value);
        if (!value) continue;
        if (isScheme || LOOK.includes(name)) look.set(isScheme ? "scheme" : name, value);
        else if (asked === null) view.set(name, value);
      }
      const [first, second] = view;
      const isOne = first && !second && ONE.includes(first[0]) && !BARE.includes(first[0]) && /^([a-z0-9-]|\.(?!\.))+$/.test(first[1]);
      if (!isOne) view.forEach((value, name) => look.append(name, value));
      this.site_ = to.origin + site;
      to.pathname = site + (isOne ? `embed/${first.join("/")}.html` : first || !page ? "embed.html" : "embed/" + page);
      to.search = look;
      to.hash = "";
      this.frame_.title = this.getAttribute("label") || this.textContent.trim();
      if (this.frame_.src !== to.href) this.frame_.src = to.href;
    }

    heard_({ source, data }) {
      if (source !== this.frame_?.contentWindow || data?.hallway !== 1) return;
      const { type, px } = data;
      const box = this.box_();
      if (type === "height" && px > 0) this.frame_.height = Math.max(60, Math.min(Math.ceil(px), pixels(this.getAttribute("max-height"), box)));
      if (!MESSAGES.test(type)) return;
      const detail = {};
      for (const name of "title height data query count words item url code".split(" ")) {
        if (/^(string|number)$/.test(typeof data[name])) detail[name] = String(data[name]).slice(0, 2e3);
      }
      const { query, url } = detail;
      if (type === "state") {
        this.shown_ = query;
        if (data.user && this.key_() && this.view_() !== query) history.replaceState(history.state, "", this.key_() + query);
      }
      // A frame that may open nothing asks here. Only pages of the site that it shows are opened.
      if (this.send_(type, detail) && type === "open" && url?.startsWith(this.site_)) open(url, "_blank", "noopener");
    }

    send_(type, detail) {
      return this.dispatchEvent(new CustomEvent("hallway-" + type, { detail, bubbles: true, cancelable: true }));
    }
  }

  if (!customElements.get(tag)) customElements.define(tag, Timeline);
})();
