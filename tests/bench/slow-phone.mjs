// The conditions for comparing first views: a slow phone on a slow link.

/** Their wording in the tables. */
export const TERMS = '4x CPU slow-down, 1.6 Mbit/s, 150 ms';

/** Makes `page` a page on a slow phone; returns the session that did it, with the network domain on. */
export async function slowDown(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return devtools;
}

/** The median of each of the `names` over visits, each an object of numbers. */
export function medians(visits, names) {
  return Object.fromEntries(names.map((name) => {
    const sorted = visits.map((visited) => visited[name]).sort((a, b) => a - b);
    return [name, sorted[Math.floor(sorted.length / 2)]];
  }));
}
