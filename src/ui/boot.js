// Starts the client. Whatever fails, the list that is on the page stays, and a notice says why.
(() => {
  "use strict";
  // The site names what the bytes of the wasm must be; a bare client, as trunk serves it, does not. For the
  // module an import map does that.
  const { js, wasm, wasmIntegrity } = document.currentScript.dataset;
  const root = document.documentElement;
  // Without this attribute, thus without JavaScript, the style sheet hides what needs the client.
  root.dataset.client = "loading";
  // A link into the collection: the list is not what the reader came for, so it steps back.
  if (location.search.length > 1) root.dataset.linked = "";

  class Failure extends Error {
    constructor(reason, cause) {
      super(String(cause), { cause });
      this.reason = reason;
    }
  }
  const as = (reason) => (cause) => {
    throw cause instanceof Failure ? cause : new Failure(reason, cause);
  };

  const address = (path) => new URL(path, document.baseURI).href;
  const load = async (path, options) => {
    const response = await fetch(address(path), options);
    if (!response.ok) throw new Error(`${response.status} for ${path}`);
    return response;
  };

  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", resolve);
    else resolve();
  });

  let page = [];
  const fail = async (failure) => {
    await parsed;
    // A client that stopped half way leaves nothing that can be trusted; the list can.
    if (page.length > 0) document.body.replaceChildren(...page);
    delete root.dataset.linked;
    root.dataset.client = "failed";
    const notice = document.getElementById("boot-notice");
    if (!notice) return;
    const reason = navigator.onLine === false ? "offline" : failure.reason;
    for (const words of notice.querySelectorAll("[data-reason]")) words.hidden = words.dataset.reason !== reason;
    notice.querySelector("button").onclick = () => location.reload();
    notice.hidden = false;
    console.error(failure);
  };

  const readManifest = () => {
    const text = document.getElementById("hallway-manifest").textContent;
    const catalog = JSON.parse(text).files.find((file) => file.role === "explorer");
    return { text, catalog };
  };
  const start = async () => {
    const { text, catalog } = readManifest();
    // All three at once; none waits for another.
    const [client, bytes] = await Promise.all([
      Promise.all([import(address(js)), load(wasm, { integrity: wasmIntegrity ?? "" })])
        .then(async ([glue, response]) => {
          await glue.default({ module_or_path: response });
          return glue;
        })
        .catch(as("client")),
      load(`bundle/${catalog.path}`, { integrity: catalog.integrity })
        .then((response) => response.arrayBuffer())
        .catch(as("data")),
    ]);
    await parsed;
    page = [...document.body.childNodes];
    // A panic of the client is a trap: it comes up wherever the browser had called it.
    const onTrap = (cause) => cause instanceof WebAssembly.RuntimeError && fail(new Failure("crash", cause));
    addEventListener("error", (event) => onTrap(event.error));
    addEventListener("unhandledrejection", (event) => onTrap(event.reason));
    const problem = client.start(text, new Uint8Array(bytes));
    if (problem) throw new Failure(problem, problem);
    delete root.dataset.linked;
    root.dataset.client = "ready";
    performance.mark("hallway:ready");
  };
  start().catch(as("crash")).catch(fail);
})();
