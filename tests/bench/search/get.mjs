// A file of a bench, in the browser.
export async function get(address, as = 'json') {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return as === 'bytes' ? new Uint8Array(await response.arrayBuffer()) : response[as]();
}
