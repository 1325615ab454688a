// @ts-check Fills in the page that shares a view: every form of embedding, from the address and from the preview's
// reports.
(() => {
  "use strict";
  const PAGE = /^(?:conference|org|person|recap|talk|theme|year)\/[a-z0-9.-]+\.html$/;
  const ONE = /^(conference|org|person|theme|year)=([a-z0-9.-]+)$/;
  // In two parts, since this script is inline in a page.
  const tag = "scr" + "ipt";
  const escaped = (text) => text.replace(/[&<>"]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" }[letter] ?? "&quot;"));
  // The parts of a query, readable for people. Characters that would separate, end or encode something stay encoded.
  const legible = (query) => query.replace(/(%[89A-F][0-9A-F])+|%2C/gi, (code) => {
    try {
      return decodeURIComponent(code);
    } catch {
      return code;
    }
  });
  const site = new URL("./", location.href).href;
  const query = location.search.slice(1);
  const one = ONE.exec(query);
  const asked = new URLSearchParams(query).get("page") ?? (one ? `${one[1]}/${one[2]}.html` : "");
  // The page that shows the view, if there is one, and the view as a query.
  const page = PAGE.test(asked) && !asked.includes("..") ? asked : "";
  const search = page ? page.replace("/", "=").slice(0, -5) : query;
  // Whether that page has its own embedded page.
  const isPrinted = page && "printed" in document.currentScript.dataset;

  const begin = () => {
    const frame = /** @type {HTMLIFrameElement} */ (document.getElementById("share-frame"));
    /** @type {HTMLFormElement & { elements: Record<string, HTMLInputElement> }} */
    const options = document.querySelector(".share-options");
    const forms = new Map([...document.querySelectorAll(".share-form")].map((form) => [form.dataset.form, form]));
    /** @type {Record<string, any>} */
    let told = { items: [] };
    /** What the head of the page says: its title, its oEmbed file and its feed. */
    let head = { title: "", oembed: "", feed: "" };

    // The address of the embedded view, with the settings that differ from the defaults.
    const embed = () => {
      const look = new URLSearchParams(isPrinted ? "" : search);
      const { chrome, scheme, accent, max, pin } = options.elements;
      if (chrome.value !== "min") look.append("chrome", chrome.value);
      if (scheme.value !== "auto") look.append("scheme", scheme.value);
      if (/^[0-9a-f]{6}$/i.test(accent.value)) look.append("accent", accent.value);
      if (Number(max.value) > 0) look.append("max", max.value);
      if (pin.checked && told.data) look.append("data", told.data);
      look.append("v", "1");
      return `${site}${isPrinted ? `embed/${page}` : "embed.html"}?${legible(look.toString())}`;
    };
    const whole = () => (page ? site + page : `${site}index.html${search && `?${search}`}`);

    /** @type {HTMLAnchorElement} */ (document.getElementById("share-back")).href = whole();

    const attributes = () => {
      const parts = page ? [`src="${escaped(whole())}"`] : [`src="${escaped(site)}"`, ...new URLSearchParams(search)].map((part) => (
        typeof part === "string" ? part : `${part[0].replace(/\W/g, "")}="${escaped(part[1])}"`));
      const look = new URL(embed()).searchParams;
      for (const name of ["chrome", "scheme", "accent", "max", "data"]) if (look.has(name)) parts.push(`${name}="${escaped(look.get(name))}"`);
      return parts.join(" ");
    };
    const link = (item, write) => write(item.title, item.url);
    const inMarkdown = (title, url) => `[${title.replace(/[\\[\]<>*_`]/g, "\\$&")}](${url.replace(/[()]/g, encodeURIComponent)})`;

    const picture = () => {
      const years = (told.years || "").split(",").map((part) => part.split(":").map(Number)).filter(([year, count]) => year && count);
      if (!years.length) return "";
      years.sort(([a], [b]) => a - b);
      const [first, last] = [years[0][0], years.at(-1)[0]];
      const most = Math.max(...years.map(([, count]) => count));
      const step = Math.floor(640 / (last - first + 1));
      const bars = years.map(([year, count]) => {
        const [x, height] = [(year - first) * step, Math.max(2, Math.round((132 * count) / most))];
        return `<g><title>${year}: ${count}</title><rect x="${x + Math.round(step / 8)}" y="${172 - height}" width="${Math.round(step * 0.75)}" height="${height}"/>`
          + `<text x="${x + Math.round(step / 2)}" y="190" text-anchor="middle" font-size="12">${year}</text></g>`;
      });
      const title = escaped(told.title || document.title);
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 200" width="640" height="200" role="img"><title>${title}</title>`
        + "<style>text{font-family:system-ui,sans-serif;fill:#767b88}rect{fill:#5468ff}path{stroke:#868c9a}</style>"
        + `<text y="20" font-size="16">${title}</text><path d="M0 172H640"/>${bars.join("")}</svg>`;
    };

    const fill = () => {
      const title = told.title || head.title || document.querySelector("h1").textContent;
      const src = escaped(embed());
      const items = told.items;
      const svg = picture();
      const texts = {
        link: whole(),
        iframe: `<iframe src="${src}" title="${escaped(title)}" width="100%" height="480" loading="lazy"\n  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"\n  referrerpolicy="no-referrer" style="border:0"></iframe>`,
        element: `<${tag} src="${escaped(site)}embed.js" async></${tag}>\n<hallway-timeline ${attributes()} height="480">\n  <a href="${escaped(whole())}">${escaped(title)}</a>\n</hallway-timeline>`,
        oembed: head.oembed,
        html: items.length ? `<p><a href="${escaped(whole())}">${escaped(title)}</a></p>\n<ul>\n${items.map((item) => link(item, (name, url) => `  <li><a href="${escaped(url)}">${escaped(name)}</a></li>`)).join("\n")}\n</ul>` : "",
        markdown: [link({ title, url: whole() }, inMarkdown), "", ...items.map((item) => `- ${link(item, inMarkdown)}`)].join("\n"),
        picture: svg,
        feed: head.feed,
      };
      for (const [name, form] of forms) {
        const text = texts[name] || "";
        /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea")).value = text;
        for (const part of form.querySelectorAll("textarea, .share-copy, a")) part.hidden = !text;
        form.querySelector(".share-none").hidden = Boolean(text);
      }
      /** @type {HTMLAnchorElement} */ (forms.get("picture").querySelector("a")).href = `data:image/svg+xml,${encodeURIComponent(svg)}`;
      // As the frame writes it: it encodes other letters, and a difference would reload the view forever.
      const preview = new URL(embed()).href;
      if (frame.src !== preview) frame.src = preview;
    };

    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow || data?.hallway !== 1) return;
      if (data.type === "height" && data.px > 0) frame.height = String(Math.min(Math.ceil(data.px), 640));
      if (data.type === "ready" && typeof data.data === "string") told.data = data.data.slice(0, 40);
      if (data.type === "ready" || (data.type === "state" && !Array.isArray(data.items))) {
        frame.contentWindow.postMessage({ hallway: 1, type: "get" }, "*");
      } else if (data.type === "state") {
        const text = (value) => (typeof value === "string" ? value.slice(0, 2000) : "");
        const isItem = (item) => typeof item?.title === "string" && /^(https?|file):/.test(item?.url);
        told = {
          data: told.data,
          title: text(data.title),
          years: text(data.years),
          items: data.items.filter(isItem).slice(0, 60).map((item) => ({ title: text(item.title), url: text(item.url) })),
        };
        const words = [told.title, text(data.words)].filter(Boolean).join(". ");
        document.getElementById("share-words").textContent = words;
        const weight = document.getElementById("share-weight");
        weight.hidden = !(data.weight > 0);
        weight.textContent = weight.dataset.words.replace("{kB}", String(Math.max(1, Math.round(data.weight / 1000))));
        fill();
      }
    });
    // Only a page with its own address has more forms, and its head names them.
    const readHead = async () => {
      if (search && !page) return;
      const html = await (await fetch(page || "index.html")).text();
      const value = (pattern) => (pattern.exec(html)?.[1] ?? "").replace(/&(amp|lt|gt|quot);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">" }[name] ?? '"'));
      const canonical = value(/<link rel="canonical" href="([^"]*)"/);
      const feed = page ? `../${page.replace(/html$/, "xml")}` : "feed.xml";
      head = {
        title: value(/<meta property="og:title" content="([^"]*)"/),
        oembed: value(/<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/),
        feed: canonical && html.includes(`type="application/atom+xml" href="${feed}"`) ? new URL(feed, canonical).href : "",
      };
      const words = document.getElementById("share-words");
      words.textContent ||= head.title;
      fill();
    };
    // A page on a disk cannot read anything.
    readHead().catch(() => {});
    options.addEventListener("input", fill);
    document.addEventListener("change", (event) => {
      const target = /** @type {HTMLInputElement} */ (event.target);
      if (target.name === "width") frame.width = target.value;
    });
    document.addEventListener("click", ({ target }) => {
      const button = target.closest("button[data-copied]");
      if (!button) return;
      /** @type {HTMLTextAreaElement} */
      const area = button.closest(".share-form").querySelector("textarea");
      const status = button.nextElementSibling;
      area.select();
      status.textContent = "";
      // If the clipboard is not available, the text is selected, so that the reader can copy it.
      navigator.clipboard?.writeText(area.value).then(() => { status.textContent = button.dataset.copied; }, () => {});
    });
    fill();
  };
  addEventListener("DOMContentLoaded", begin);
})();
