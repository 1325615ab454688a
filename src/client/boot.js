// @ts-check Starts the client. If anything fails, the printed list stays on the page, and a notice says why.
(() => {
  "use strict";
  // A site states the integrity of the wasm; a client that trunk serves by itself does not. An import map states the
  // integrity of the module.
  const { js, wasm, wasmIntegrity } = document.currentScript.dataset;
  const root = document.documentElement;
  // Without this attribute, that is without JavaScript, the style sheet hides everything that needs the client.
  root.dataset.client = "loading";
  // An address that was copied out of HTML, a sentence or a program that writes capitals is corrected. Only what the
  // explorer reads is: other programs may need the rest as it is.
  const OURS = /[?&](q=|(year|conference|theme|person|org|kind|has|view|sort)=[^&]*)/gi;
  const COPIED = /([)\];]|%(2[27]|3e)|(?<!\.)\.(?!\.))+$/;
  const corrected = location.search.replace(/&(amp;)+/gi, "&").replace(OURS, (part) => (
    part.toLowerCase().replace(COPIED, "").replace(/%../g, (escape) => escape.toUpperCase())
  ));
  if (corrected !== location.search) history.replaceState(history.state, "", location.pathname + corrected + location.hash);
  // The address asks for a certain view. The printed list is not that view, so it is dimmed. The client says by the same
  // attribute whether it waits for something.
  if (location.search.length > 1) root.dataset.waiting = "";

  // A reload for a newer page leaves a mark in the history entry, which needs no storage. The mark is removed here, so
  // that each page reloads at most once.
  const arrived = history.state;
  // The explorer stands alone if the address asks for a view: what the page shows above it is hidden before the first
  // paint. Whoever comes back to a page finds it as it was.
  let isAlone = location.search.length > 1;
  try {
    if (arrived === null) sessionStorage.setItem("hallway:alone", isAlone ? "yes" : "no");
    else isAlone = sessionStorage.getItem("hallway:alone") === "yes";
  } catch {}
  if (isAlone) root.dataset.alone = "";
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

  // The page is complete, so the collection is not loaded before the reader does something. The exceptions are an
  // address with a query and a return from another page, which need more than the page shows.
  const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "input", "click"];
  const reader = new Promise((resolve) => {
    if (location.search.length > 1 || arrived !== null) resolve();
    else for (const sign of SIGNS) addEventListener(sign, resolve, { capture: true, once: true, passive: true });
  });

  // What is pressed or chosen before the client starts is repeated once it has started. The client draws the controls
  // anew, so they are recognized by their text. In the chart the place decides, since there the client has more to hit.
  const PRESSED = "button, input[type=checkbox], .plot";
  const CHOSEN = "select, input:not([type=checkbox], #search)";
  const says = (control) => {
    if (control.matches(".plot")) return;
    const group = control.closest("fieldset")?.firstChild.textContent;
    // Not the count beside the name: text typed meanwhile changes it.
    const label = control.closest("label");
    const name = label?.querySelector(".facet-name") ?? label?.firstChild ?? control;
    return [group, control.getAttribute("aria-controls"), name.textContent.trim()].join("\n");
  };
  const done = [];
  /** @param {any} event */
  const note = ({ type, target, clientX = 0, clientY = 0 }) => {
    const kind = type === "click" ? PRESSED : CHOSEN;
    const control = root.dataset.client === "loading" && target.closest?.(kind);
    if (!control) return;
    const { left, top } = control.getBoundingClientRect();
    done.push({ kind, words: says(control), value: control.value, x: clientX - left, y: clientY - top });
  };
  for (const type of ["click", "change"]) addEventListener(type, note, true);
  const doAgain = () => {
    for (const { kind, words, value, x, y } of done) {
      /** @type {any} */
      const control = [...document.querySelectorAll(kind)].find((control) => says(control) === words);
      if (!control) continue;
      if (kind === CHOSEN) control.value = value;
      const { left, top } = control.getBoundingClientRect();
      const [clientX, clientY] = [left + x, top + y];
      const target = words ? control : document.elementFromPoint(clientX, clientY) ?? control;
      for (const type of kind === CHOSEN ? ["input", "change"] : ["click"]) {
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, clientX, clientY }));
      }
    }
  };

  // A reader who waits is told: after a second that something is on its way, and after a while that it takes long, with
  // a way to try again. A host that never answers looks the same as a slow one, so nothing is given up.
  const SOON_MS = 1_000;
  const LONG_MS = 15_000;
  let words;
  parsed.then(() => { words = document.getElementById("boot-notice")?.dataset; });
  let slow;
  let n_awaited = 0;
  const watched = async (work) => {
    const timer = setTimeout(() => { slow ??= showNotice((words) => [["p", words.slow]], words); }, LONG_MS);
    n_awaited += 1;
    try {
      return await work;
    } finally {
      clearTimeout(timer);
      n_awaited -= 1;
      if (n_awaited === 0) {
        slow?.remove();
        slow = undefined;
      }
    }
  };

  // A page that stayed open during a new build, or came from a cache, names files that no longer exist. It is reloaded
  // only if the host now serves a different page. A host that does not answer keeps nobody from being told.
  const isOutdated = async () => {
    const signal = AbortSignal.timeout?.(5 * SOON_MS);
    const now = await (await load(location.href, { cache: "no-cache", signal })).text();
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
  let isOver = false;
  let status;
  let said;
  const fail = async (failure) => {
    if (isOver) return;
    isOver = true;
    await parsed;
    if (await getNewer(failure).catch(() => false)) return;
    slow?.remove();
    if (status) status.textContent = said;
    const place = location.protocol === "file:" ? "disk" : navigator.onLine === false ? "offline" : null;
    showFailedStart(place ?? failure.reason, page, words);
    console.error(failure);
  };

  // Whether the client still answers: it may not wait for something when nothing is on its way.
  // A slow device may take long over what has arrived, so it is asked when it has nothing else to do.
  let check;
  const checkSoon = () => {
    clearTimeout(check);
    check = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => {
      if (n_awaited === 0 && root.dataset.waiting !== undefined) fail(new Failure("crash", "no answer"));
    }), 2 * SOON_MS);
  };
  const start = async () => {
    const manifest = JSON.parse(document.getElementById("hallway-manifest").textContent);
    const catalogIndex = manifest.files.find((file) => file.role === "explorer");
    // The code loads without waiting for the reader, so that it is ready in time.
    const loading = Promise.all([
      Promise.all([import(address(js)), load(wasm, { integrity: wasmIntegrity ?? "" })])
        .then(async ([glue, response]) => {
          await glue.default({ module_or_path: response });
          return glue;
        })
        .catch(as("client")),
      reader
        .then(() => load(`bundle/${catalogIndex.path}`, { integrity: catalogIndex.integrity }))
        .then((response) => response.arrayBuffer())
        .catch(as("data")),
    ]);
    await Promise.race([loading, Promise.all([reader, parsed])]);
    setTimeout(() => {
      status = root.dataset.client === "loading" && document.querySelector(".status");
      if (!status) return;
      said = status.textContent;
      status.textContent = words?.wait;
    }, SOON_MS);
    const [client, bytes] = await watched(loading);
    await parsed;
    page = [...(document.getElementById("explorer") ?? document.body).childNodes];
    // What the curator wants around every page is not the client's, which empties the page.
    const around = document.querySelectorAll("[data-site]");
    const { fetch } = window;
    // A body may hang as well as an answer.
    const whole = async (response) => new Response(await response.arrayBuffer(), response);
    window.fetch = (...request) => watched(fetch(...request).then(whole)).finally(checkSoon);
    const problem = client.start(new Uint8Array(bytes));
    if (problem) throw new Failure(problem, problem);
    for (const part of around) document.body[part.matches("nav") ? "prepend" : "append"](part);
  };

  const run = () => {
    // Other code took a part of the page away, or all of it, so that it shows what was. The address has all that is
    // needed to draw the page anew. One that is broken again at once would reload for ever.
    const main = document.querySelector("main");
    const lost = new MutationObserver((changes) => {
      if (isOver || (main?.isConnected !== false && changes.every((change) => change.type === "childList"))) return;
      lost.disconnect();
      if (performance.now() < LONG_MS) fail(new Failure("crash", "no answer"));
      else location.reload();
    });
    lost.observe(root, { attributeFilter: ["data-lost"], childList: true });
    for (const part of [document.body, main?.parentNode]) if (part) lost.observe(part, { childList: true });
    root.dataset.client = "ready";
    doAgain();
    performance.mark?.("hallway:ready");
    dispatchEvent(new Event("hallway:ready"));
  };
  // A panic of the client is a trap. It surfaces wherever the browser called the client.
  const onError = (cause) => {
    if (cause instanceof WebAssembly.RuntimeError) fail(new Failure("crash", cause));
    else checkSoon();
  };
  addEventListener("error", (event) => onError(event.error));
  addEventListener("unhandledrejection", (event) => onError(event.reason));
  start().catch(as("crash")).then(run, fail);
})();
