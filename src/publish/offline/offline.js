// @ts-check
// Saves the whole site on the device when its reader asks for it, shows the progress, and removes the copy again.
(() => {
  "use strict";
  const box = document.getElementById("offline");
  /** @type {HTMLProgressElement} */
  const bar = box.querySelector("progress");
  const folder = new URL("./", location.href).href;
  // Other folders of the host may have copies of their own, which stay.
  const OWN = `hallway ${folder} `;
  const LIST = `${folder}offline.json`;
  const AT_ONCE = 6;
  // The page has no other policy: it loads no other script.
  const worker = window.trustedTypes?.createPolicy("hallway-offline", { createScriptURL: () => "sw.js" });

  const show = (state) => {
    for (const it of box.querySelectorAll("[data-when]")) {
      it.hidden = !it.dataset.when.split(" ").includes(state);
    }
    box.hidden = false;
  };

  const names = async () => (await caches.keys()).filter((name) => name.startsWith(OWN));

  /** The complete copy, if there is one. */
  const whole = async () => {
    for (const name of await names()) {
      const cache = await caches.open(name);
      const list = await cache.match(LIST);
      if (list) return { name, cache, list: await list.json() };
    }
    return null;
  };

  const current = async () => {
    const answer = await fetch(LIST, { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${answer.status} for ${LIST}`);
    return answer.json();
  };

  const got = async (path, hash) => {
    // Some hosts modify pages, so only the other files are checked against the build.
    const integrity = path.endsWith(".html") ? "" : `sha256-${hash}`;
    const answer = await fetch(path, { cache: "no-cache", integrity });
    if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
    // A redirected response may not be shown at the requested address.
    return new Response(await answer.blob(), { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } });
  };

  const save = async () => {
    const before = await whole();
    const known = new Map(before?.list.files.map(([path, , hash]) => [path, hash]));
    const list = await current();
    const cache = await caches.open(OWN + list.version);
    const total = list.files.reduce((sum, [, bytes]) => sum + bytes, 0);
    let done = 0;
    const files = list.files.values();
    const saveNext = async () => {
      for (const [path, bytes, hash] of files) {
        const address = folder + path;
        // Files from an earlier attempt, and files that have not changed, are not loaded again.
        if (!(await cache.match(address))) {
          const same = known.get(path) === hash ? await before.cache.match(address) : undefined;
          await cache.put(address, same ?? (await got(path, hash)));
        }
        done += bytes;
        bar.value = done / total;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, saveNext));
    await navigator.serviceWorker.register(worker?.createScriptURL("") ?? "sw.js");
    await cache.put(LIST, new Response(JSON.stringify(list), { headers: { "Content-Type": "application/json" } }));
    for (const name of await names()) if (name !== OWN + list.version) await caches.delete(name);
  };

  const remove = async () => {
    for (const name of await names()) await caches.delete(name);
    await (await navigator.serviceWorker.getRegistration(folder))?.unregister();
  };

  const on = (action, meanwhile, act, after) => {
    box.querySelector(`[data-do=${action}]`).onclick = async () => {
      show(meanwhile);
      try {
        await act();
        show(after);
      } catch (error) {
        console.error(error);
        show("failed");
      }
    };
  };

  const start = async () => {
    // A browser that cannot keep a copy gets no offer.
    if (!window.isSecureContext || !navigator.serviceWorker) return;
    // Immediately, so that nothing moves later. Most readers have no copy.
    show("none");
    const copy = await whole();
    const isOld = async () => (await current()).version !== copy.list.version;
    show(!copy ? "none" : (await isOld().catch(() => false)) ? "old" : "saved");
    on("save", "saving", save, "saved");
    on("remove", "none", remove, "none");
  };
  start().catch(() => { box.hidden = true; });
})();
