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

  // A reload for a newer page leaves its mark in the history entry, which needs no storage; the mark goes
  // here, so that one page asks for one reload.
  const arrived = history.state;
  const isReloaded = arrived?.reloaded === true;
  if (isReloaded) history.replaceState(arrived.state, "");

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

  // The page is complete as it is, so nothing of the collection is loaded before somebody does something,
  // or came for more than the page shows: by a link into the collection, or back from a page.
  const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "input", "click"];
  const reader = new Promise((resolve) => {
    if (location.search.length > 1 || arrived !== null) resolve();
    else for (const sign of SIGNS) addEventListener(sign, resolve, { capture: true, once: true, passive: true });
  });

  // What is pressed before the client is there is pressed again when it is. The client draws the same
  // controls anew, so they are told by what they say.
  const CONTROLS = "button, input[type=checkbox]";
  const says = (control) => {
    const group = control.closest("fieldset")?.querySelector("legend")?.textContent;
    // Not the count beside the name: what was typed meanwhile changes it.
    const name = control.closest("label")?.querySelector(".facet-name") ?? control;
    return [group, control.getAttribute("aria-controls"), name.textContent].join("\n");
  };
  const pressed = [];
  const notePress = ({ target }) => {
    const control = target instanceof Element && target.closest(CONTROLS);
    if (control) pressed.push(says(control));
  };
  addEventListener("click", notePress, true);
  const pressAgain = () => {
    removeEventListener("click", notePress, true);
    const controls = [...document.querySelectorAll(CONTROLS)];
    for (const words of pressed) controls.find((control) => says(control) === words)?.click();
  };

  // A page that stayed open over a new build, or came from a cache, names files that are gone. Only the
  // host's own word that it has another page by now makes that likely enough to load it.
  const isOutdated = async () => {
    const now = await (await load(location.href, { cache: "no-cache" })).text();
    const names = [document.getElementById("hallway-manifest").textContent, js, wasm];
    return now.includes('id="hallway-manifest"') && !names.every((name) => now.includes(name));
  };
  const getNewer = async (failure) => {
    if (isReloaded || failure.reason === "crash" || !(await isOutdated())) return false;
    history.replaceState({ reloaded: true, state: history.state }, "");
    location.reload();
    return true;
  };

  let page = [];
  const fail = async (failure) => {
    await parsed;
    if (await getNewer(failure).catch(() => false)) return;
    removeEventListener("click", notePress, true);
    // A client that stopped half way leaves nothing that can be trusted; the list can.
    if (page.length > 0) document.body.replaceChildren(...page);
    delete root.dataset.linked;
    root.dataset.client = "failed";
    const words = document.getElementById("boot-notice");
    if (!words) return;
    const place = location.protocol === "file:" ? "disk" : navigator.onLine === false ? "offline" : null;
    const { title, stays, retry, ...reasons } = words.dataset;
    const made = (tag, settings) => Object.assign(document.createElement(tag), settings);
    const notice = made("div", { className: "notice" });
    notice.setAttribute("role", "alert");
    notice.append(
      made("h2", { textContent: title }),
      made("p", { textContent: reasons[place ?? failure.reason] }),
      made("p", { textContent: stays }),
      made("button", { type: "button", textContent: retry, onclick: () => location.reload() }),
    );
    document.body.prepend(notice);
    console.error(failure);
  };

  const start = async () => {
    const manifest = JSON.parse(document.getElementById("hallway-manifest").textContent);
    const outline = manifest.files.find((file) => file.role === "explorer");
    // The code does not wait for a reader, so that it need not be waited for.
    const [client, bytes] = await Promise.all([
      Promise.all([import(address(js)), load(wasm, { integrity: wasmIntegrity ?? "" })])
        .then(async ([glue, response]) => {
          await glue.default({ module_or_path: response });
          return glue;
        })
        .catch(as("client")),
      reader
        .then(() => load(`bundle/${outline.path}`, { integrity: outline.integrity }))
        .then((response) => response.arrayBuffer())
        .catch(as("data")),
    ]);
    await parsed;
    page = [...document.body.childNodes];
    // A panic of the client is a trap: it comes up wherever the browser had called it.
    const onTrap = (cause) => cause instanceof WebAssembly.RuntimeError && fail(new Failure("crash", cause));
    addEventListener("error", (event) => onTrap(event.error));
    addEventListener("unhandledrejection", (event) => onTrap(event.reason));
    const problem = client.start(new Uint8Array(bytes));
    if (problem) throw new Failure(problem, problem);
    root.dataset.client = "ready";
    pressAgain();
    performance.mark("hallway:ready");
    dispatchEvent(new Event("hallway:ready"));
  };
  start().catch(as("crash")).catch(fail);
})();
