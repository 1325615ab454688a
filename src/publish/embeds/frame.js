// @ts-check An embedded view: takes its appearance from its address, reports its height to the page around it, and
// opens links if allowed. It needs no storage and no request, only permission to run scripts.
// `public/docs/embedding.md` describes the address and the messages.
(() => {
  "use strict";
  const LOOKS = /^(light|dark|auto)$/;
  const OPTIONS = {
    chrome: /^(none|min|full)$/,
    scheme: LOOKS,
    accent: /^[0-9a-f]{6}$/i,
    max: /^[1-9]\d{0,3}$/,
    // Ignored: a view uses the language of its site. It is listed so that addresses with it still work.
    lang: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i,
    v: /^\d{1,3}$/,
    data: /^[0-9a-f]{12}$/,
  };
  const LONGEST = 2000;
  const root = document.documentElement;
  const isFramed = parent !== window;
  const short = (text, most = 300) => String(text).slice(0, most);
  const decoded = (text) => {
    try {
      return decodeURIComponent(text.replaceAll("+", " "));
    } catch {
      return "";
    }
  };

  // The appearance, from the address. The rest of the address is the view.
  const options = { chrome: "min", scheme: "auto" };
  const rest = [];
  for (const part of location.search.slice(1).split("&")) {
    const [name, value] = part.split("=").map(decoded);
    // A theme is a topic, except for these three words. They set the color scheme.
    const key = name === "theme" && LOOKS.test(value) ? "scheme" : name;
    if (!Object.hasOwn(OPTIONS, key)) rest.push(part);
    else if (OPTIONS[key].test(value)) options[key] = value;
  }
  const written = (search) => "?" + [...search, ...Object.entries(options).map((pair) => pair.join("="))].join("&");

  // An accent color with too little contrast is ignored.
  const light = (color) => {
    const parts = color.match(/\w\w/g).map((part) => parseInt(part, 16) / 255);
    const [r, g, b] = parts.map((part) => (part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isLegible = (color) => {
    const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
    if (!/^#[0-9a-f]{6}$/i.test(paper)) return true;
    const [a, b] = [light(color), light(paper.slice(1))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) >= 4.5;
  };
  // No query shows a talk or a recap. The page for any view redirects to their pages, which the frame then shows
  // unchanged.
  const isAny = /\/embed(-[0-9a-f]{12})?(\.html)?$/.test(location.pathname);
  const pageOf = (search) => {
    const [, kind, name] = /^(talk|recap)=([a-z0-9.-]+)$/.exec(search) ?? [];
    return isAny && name && !name.includes("..") ? new URL(`${kind}/${name}.html`, location.href) : null;
  };
  const look = () => {
    root.dataset.chrome = options.chrome;
    root.dataset.scheme = options.scheme;
    if (options.accent && document.body && isLegible(options.accent)) {
      root.style.setProperty("--accent", "#" + options.accent);
    } else {
      root.style.removeProperty("--accent");
    }
  };
  look();

  // Messages. They contain no secrets, so any host may read them.
  /** @returns {Partial<DOMStringMap>} */
  const body = () => document.querySelector("[data-whole]")?.dataset ?? {};
  let home = body();
  let id = "";
  const post = (message) => isFramed && parent.postMessage(message, "*");
  const tell = (type, more) => post({ hallway: 1, id, type, ...more });
  const secret = short(/^#\?secret=(\w+)/.exec(location.hash)?.[1] ?? "", 40);

  const lead = (search) => {
    const page = pageOf(search);
    if (!page) return false;
    // That page sends no messages.
    tell("ready", { title: "", height: 0, data: "" });
    location.replace(page);
    return true;
  };
  if (lead(rest.filter(Boolean).join("&"))) return;

  // The height. A page that grows with its frame would grow forever, so reporting stops after a while.
  let told = 0;
  let width = 0;
  let growths = 0;
  let isPlanned = false;
  const measure = (isAsked) => {
    isPlanned = false;
    if (!document.body || !innerWidth) return;
    const px = Math.ceil(document.body.getBoundingClientRect().height);
    if (innerWidth !== width) growths = 0;
    width = innerWidth;
    if (!isAsked && Math.abs(px - told) < 2) return;
    if (px > told && ++growths > 60) return;
    told = px;
    tell("height", { px });
    if (secret) post({ message: "height", value: px, secret });
    post({ subject: "lti.frameResize", height: px });
    post({ subject: "org.imsglobal.lti.frameResize", height: px });
    post({ sentinel: "amp", type: "embed-size", height: px });
  };
  const plan = () => {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => measure(false));
  };

  // The state of the view, in words and numbers.
  /** @returns {any[]} */
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((item) => !item.hidden);
  const items = () => shown(".talk :is(h3, h4) a, .talk-title, .recap-row h3 a, .note-head a").slice(0, 60)
    .map((link) => ({ title: short(link.textContent), url: link.href }));
  const query = () => (home.whole === undefined || root.dataset.client === "ready" ? location.search.slice(1) : home.query ?? "");
  const state = () => {
    const status = document.querySelector(".status")?.textContent;
    const words = short(status ?? home.words ?? "");
    return {
      query: short(query(), LONGEST),
      words,
      count: Number(status === undefined ? home.count : /\d[\d,]*/.exec(words)?.[0].replaceAll(",", "") ?? 0),
    };
  };
  let last = "";
  let isTouched = false;
  const tellState = () => {
    const now = state();
    const text = JSON.stringify(now);
    if (text !== last) tell("state", { ...now, user: isTouched });
    last = text;
  };

  const cut = () => {
    const most = Number(options.max ?? 0);
    if (most) document.querySelectorAll(".talks > li, .talks-table tbody tr").forEach((item, at) => { item.hidden = at >= most; });
  };
  const changed = () => {
    cut();
    tellState();
    plan();
  };

  // Links open outside of the frame. If the frame may not open them, the host may, and the frame shows the address.
  const offer = (address) => {
    const refused = document.querySelector(".embed-refused");
    if (!refused) return;
    refused.hidden = false;
    /** @type {NodeListOf<HTMLInputElement>} */
    const [field, button] = refused.querySelectorAll("input, button");
    field.value = address;
    field.select();
    button.onclick = () => {
      field.select();
      // If the frame may not use the clipboard, the address is selected, so that the reader can copy it.
      navigator.clipboard?.writeText(address).catch(() => {});
    };
    plan();
  };
  addEventListener("click", (event) => {
    isTouched = true;
    /** @type {HTMLAnchorElement | null} */
    const link = event.target.closest?.("a[href]");
    const isOurs = !link || event.defaultPrevented || event.button !== 0 || link.getAttribute("href").startsWith("#");
    if (isOurs || root.dataset.client === "ready" && link.getAttribute("href").startsWith("?")) return;
    if (link.closest(".talk, .talks-table")) tell("select", { item: short(link.textContent), url: link.href });
    if (secret) post({ message: "link", value: link.href, secret });
    event.preventDefault();
    const opened = window.open(link.href, "_blank");
    if (opened) {
      try {
        opened.opener = null;
      } catch {
        // It already has another origin, and the reader's click opened it.
      }
    } else {
      tell("open", { url: link.href });
      offer(link.href);
    }
  }, true);
  addEventListener("input", () => { isTouched = true; }, true);

  const show = (search) => {
    if (lead(search)) return;
    if (root.dataset.client !== "ready") {
      const site = new URL(document.querySelector("[data-root]").dataset.root, location.href);
      location.replace(new URL("embed.html" + written(search ? [search] : []), site));
      return;
    }
    try {
      history.replaceState(null, "", "?" + search);
    } catch {
      return;
    }
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  };
  addEventListener("message", ({ source, data }) => {
    if (!isFramed || source !== parent || data?.hallway !== 1) return;
    if (data.type === "hello") {
      if (typeof data.id === "string") id = short(data.id, 100);
      for (const [key, pattern] of Object.entries(OPTIONS)) {
        if (typeof data[key] === "string" && pattern.test(data[key])) options[key] = data[key];
      }
      look();
      changed();
      greet();
    } else if (data.type === "set" && typeof data.query === "string" && data.query.length <= LONGEST) {
      show(data.query.replace(/^\?/, "").replace(/#.*/s, ""));
    } else if (data.type === "get") {
      const user = isTouched;
      drawAll().then(() => {
        isTouched = user;
        tell("state", { ...state(), user, items: items(), years: short(years(), LONGEST), ...others() });
      });
    }
  });
  const title = () => {
    const chips = shown(".chip span").map((chip) => chip.textContent).join(", ");
    return short((document.querySelector(".embed-head h1, .page h1")?.textContent ?? chips) || document.title);
  };
  const MORE = ".timeline + .show-more:not([hidden])";
  /** Draws the rest of a long list, unless it is too long to be drawn at once. */
  const drawAll = async () => {
    for (let round = 0; round < 50; round += 1) {
      /** @type {HTMLButtonElement | null} */
      const more = document.querySelector(MORE);
      if (!more) return;
      more.click();
      await new Promise((done) => setTimeout(done));
    }
  };
  const years = () => {
    if (root.dataset.client !== "ready") return home.years ?? "";
    // The page draws only a part of it.
    if (document.querySelector(MORE)) return "";
    const named = [...document.querySelectorAll(".year:has(.is-number)")];
    return named.map((year) => `${year.querySelector(".is-number").textContent}:${year.querySelectorAll(".talks > li, .other-notes li").length}`).join(",");
  };
  /** @returns {HTMLLinkElement | null} */
  const link = (type) => document.querySelector(`link[type="${type}"]`);
  const others = () => ({
    title: title(),
    weight: Number(root.dataset.weight ?? 0),
    // The head is about the printed view.
    ...(query() === (home.query ?? "") && {
      oembed: link("application/json+oembed")?.href ?? "",
      feed: link("application/atom+xml")?.href ?? "",
    }),
  });
  const greet = () => {
    tell("ready", { title: title(), height: told, data: root.dataset.version ?? "" });
    measure(true);
  };

  // The view is the address without the parameters for the appearance, so that the explorer reads nothing else.
  window.hallwayEmbed = { rest, options, tell, changed };

  // An address may name a version of the data. Then the page of that version is shown while it is kept, and says if
  // there are newer notes.
  const pinned = () => {
    const { version, earlier } = root.dataset;
    const note = (name) => document.querySelector(name)?.removeAttribute("hidden");
    // The kept page of a version is only used once there is a newer version.
    const isKept = location.pathname.includes(`/embed-${version}/`);
    if (options.data && options.data !== version) {
      if (!earlier.split(" ").includes(options.data)) return note(".embed-not-kept");
      const site = new URL(document.querySelector("[data-root]").dataset.root, location.href);
      // From the address, not from the page: at a former address the id is one that the version knows.
      const [, kind, name] = /\/embed\/(\w+)\/([^/]+?)(?:\.html)?$/.exec(location.pathname) ?? [];
      const isOne = /^(conference|org|person|theme|year)$/.test(kind);
      const search = isOne ? [`${kind}=${name}`] : home.query ? [home.query] : rest.filter(Boolean);
      // A page that no query can show is kept unchanged.
      const page = /^(recap|talk)$/.test(kind) ? `/${kind}/${name}.html` : ".html";
      location.replace(new URL(`embed-${options.data}${page}${written(search)}`, site));
    } else if (isKept || (window.hallwayNow && window.hallwayNow !== version)) {
      note(".embed-newer");
    }
  };

  const begin = () => {
    home = { ...body() };
    pinned();
    look();
    cut();
    new ResizeObserver(plan).observe(document.body);
    greet();
    tellState();
    new MutationObserver(() => setTimeout(changed)).observe(document.body, { childList: true, subtree: true, characterData: true });
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
  addEventListener("load", () => measure(true));
  document.addEventListener("visibilitychange", () => measure(true));
  document.fonts?.ready.then(() => measure(true));
})();
