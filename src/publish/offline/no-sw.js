// This site offers no copy to save. Whoever saved it when it did is rid of the copy at the next visit.
"use strict";

const OWN = `hallway ${registration.scope} `;

const leave = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(names.map((name) => caches.delete(name)));
  await registration.unregister();
};

addEventListener("install", () => { skipWaiting(); });
addEventListener("activate", (event) => { event.waitUntil(leave()); });
