// @ts-check
// This site offers no copies. A reader who saved one from an earlier build loses it at the next visit.
"use strict";

const OWN = `hallway ${registration.scope} `;

const leave = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
};

addEventListener("install", () => { skipWaiting(); });
addEventListener("activate", (event) => { event.waitUntil(leave()); });
