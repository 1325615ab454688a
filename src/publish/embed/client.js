// Starts the explorer from scripts alone: no module, no integrity attribute, no request. A frame of the
// strictest kind, and a page on a disk, may load nothing else.
(() => {
  "use strict";
  const root = document.documentElement;
  const { rest, tell, changed } = window.hallwayEmbed ?? { tell() {}, changed() {} };
  // Files by name, as the scripts beside this one hand them over, and who waits for more.
  const files = new Map();
  const waiting = new Map();
  window.hallwayFile = (name, text) => {
    files.set(name, text);
    waiting.get(name)?.();
  };
  const bytesOf = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const unpacked = (base64) => {
    const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  };

  // The client asks for files of the bundle; here they come out of scripts, too.
  const folder = document.currentScript.dataset.files;
  const scripts = window.trustedTypes?.createPolicy("hallway", { createScriptURL: (address) => address });
  const brought = (name) => new Promise((resolve, reject) => {
    if (files.has(name)) return resolve(files.get(name));
    const refuse = () => reject(new TypeError(`${name} is not to be had`));
    if (!folder) return refuse();
    const script = document.createElement("script");
    const address = `${folder}${encodeURIComponent(name)}.js`;
    waiting.set(name, () => resolve(files.get(name)));
    script.src = scripts ? scripts.createScriptURL(address) : address;
    script.onerror = refuse;
    document.head.append(script);
  });
  window.fetch = async (request) => {
    const name = /bundle\/([\w.-]+)$/.exec(new URL(request.url ?? request, location.href).pathname)?.[1];
    return new Response(await brought(name ?? ""));
  };

  let page = [];
  const fail = (reason, cause) => {
    console.error(cause);
    if (page.length) document.body.replaceChildren(...page);
    delete root.dataset.linked;
    root.dataset.client = "failed";
    tell("error", { code: reason });
    const words = document.getElementById("boot-notice");
    if (!words) return;
    const { title, stays, retry, ...reasons } = words.dataset;
    const made = (tag, settings) => Object.assign(document.createElement(tag), settings);
    const notice = made("div", { className: "notice" });
    notice.setAttribute("role", "alert");
    notice.append(
      made("h2", { textContent: title }),
      made("p", { textContent: reasons[reason] }),
      made("p", { textContent: stays }),
      made("button", { type: "button", textContent: retry, onclick: () => location.reload() }),
    );
    document.body.prepend(notice);
    changed();
  };

  root.dataset.client = "loading";
  if (rest?.some(Boolean)) root.dataset.linked = "";
  const start = async () => {
    let reason = "client";
    try {
      const manifest = document.getElementById("hallway-manifest").textContent;
      const { path } = JSON.parse(manifest).files.find((file) => file.role === "explorer");
      await window.hallwayClient.default({ module_or_path: await unpacked(await brought("client.wasm")) });
      reason = "data";
      const outline = new TextEncoder().encode(await brought(path));
      reason = "crash";
      // What says how to look is no part of the view.
      if (rest) {
        try {
          history.replaceState(null, "", location.pathname + (rest.some(Boolean) ? "?" + rest.join("&") : "") + location.hash);
        } catch {
          // The view then names the parts that it does not know.
        }
      }
      page = [...document.body.childNodes];
      const kept = document.querySelectorAll("[data-kept]");
      const onTrap = (cause) => cause instanceof WebAssembly.RuntimeError && fail("crash", cause);
      addEventListener("error", (event) => onTrap(event.error));
      addEventListener("unhandledrejection", (event) => onTrap(event.reason));
      const problem = window.hallwayClient.start(outline);
      if (problem) {
        reason = problem;
        throw new Error(problem);
      }
      document.body.append(...kept);
      // Where the explorer has small print of its own, the way to the whole page goes there.
      if (root.dataset.chrome === "full") {
        const foot = document.querySelector(".embed-foot");
        document.querySelector(".colophon").append(foot.querySelector("a"));
        foot.remove();
      }
      delete root.dataset.linked;
      root.dataset.client = "ready";
      dispatchEvent(new Event("hallway-client"));
      changed();
    } catch (cause) {
      fail(reason, cause);
    }
  };
  addEventListener("DOMContentLoaded", start);
})();
