// @ts-check
// Starts the explorer from scripts alone: no module, no integrity attribute, no request. The strictest frame, and a
// page on a disk, may load nothing else.
(() => {
  "use strict";
  const root = document.documentElement;
  const { rest, tell, changed } = window.hallwayEmbed ?? { tell() {}, changed() {} };
  // The files from other scripts, and the callbacks that wait for more, by name.
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

  // The client requests files of the dataset with `fetch`. Here scripts contain them as well.
  const folder = document.currentScript.dataset.files;
  const scripts = window.trustedTypes?.createPolicy("hallway", { createScriptURL: (address) => address });
  const brought = (name) => new Promise((resolve, reject) => {
    if (files.has(name)) return resolve(files.get(name));
    const refuse = () => reject(new TypeError(`${name} could not be loaded`));
    if (!folder) return refuse();
    const script = document.createElement("script");
    const address = `${folder}${encodeURIComponent(name)}.js`;
    waiting.set(name, () => resolve(files.get(name)));
    script.src = scripts ? scripts.createScriptURL(address) : address;
    script.onerror = refuse;
    document.head.append(script);
  });
  window.fetch = async (request) => {
    const address = request instanceof Request ? request.url : request;
    const name = /bundle\/([\w.-]+)$/.exec(new URL(address, location.href).pathname)?.[1];
    return new Response(await brought(name ?? ""));
  };

  let page = [];
  const fail = (reason, cause) => {
    console.error(cause);
    showFailedStart(reason, page);
    tell("error", { code: reason });
    changed();
  };

  root.dataset.client = "loading";
  if (rest?.some(Boolean)) root.dataset.waiting = "";
  const start = async () => {
    let reason = "client";
    try {
      const manifest = document.getElementById("hallway-manifest").textContent;
      const { path } = JSON.parse(manifest).files.find((file) => file.role === "explorer");
      await window.hallwayClient.default({ module_or_path: await unpacked(await brought("client.wasm")) });
      reason = "data";
      const catalogIndex = new TextEncoder().encode(await brought(path));
      reason = "crash";
      // The parameters for the appearance are not part of the view.
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
      const problem = window.hallwayClient.start(catalogIndex);
      if (problem) {
        reason = problem;
        throw new Error(problem);
      }
      document.body.append(...kept);
      // If the explorer has its own footer, the link to the full page moves there.
      if (root.dataset.chrome === "full") {
        const foot = document.querySelector(".embed-foot");
        document.querySelector(".colophon").append(foot.querySelector("a"));
        foot.remove();
      }
      root.dataset.client = "ready";
      dispatchEvent(new Event("hallway-client"));
      changed();
    } catch (cause) {
      fail(reason, cause);
    }
  };
  addEventListener("DOMContentLoaded", start);
})();
