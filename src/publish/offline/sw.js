// @ts-check Serves a site that its reader has saved (offline.js): files that never change from the copy, all others
// from the host while it responds.
"use strict";

const OWN = `hallway ${registration.scope} `;
// A copy is complete if it contains its list.
const LIST = new URL("offline.json", registration.scope).href;
const IS_HASHED = /-[0-9a-f]{12,16}(?:_bg)?\.(?:css|js|json|wasm)$/;
const PATIENCE_MILLIS = 4_000;

/** The saved file at an address. Ignores the query, and accepts addresses that the host has shortened. */
const saved = async (address) => {
  const { origin, pathname } = new URL(address);
  const file = origin + pathname.replace(/\/$/, "/index.html");
  for (const name of (await caches.keys()).filter((it) => it.startsWith(OWN))) {
    const copy = await caches.open(name);
    const found = (await copy.match(LIST)) && ((await copy.match(file)) ?? (await copy.match(`${file}.html`)));
    if (found) return found;
  }
  return undefined;
};

const kept = async (request) => (await saved(request.url)) ?? fetch(request);

const fresh = async (request) => {
  const answer = fetch(request);
  answer.catch(() => {});
  const late = new Promise((_, reject) => { setTimeout(reject, PATIENCE_MILLIS); });
  return Promise.race([answer, late]).catch(async () => (await saved(request.url)) ?? answer);
};

addEventListener("install", () => { skipWaiting(); });
addEventListener("activate", (event) => { event.waitUntil(clients.claim()); });
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  event.respondWith(IS_HASHED.test(new URL(request.url).pathname) ? kept(request) : fresh(request));
});
