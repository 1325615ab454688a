// Pages of other people that embed ours, on a separate server, so that they have another origin.
import { createServer } from 'node:http';

/** Serves `pages`, each `{ body, headers }` by path, until `close()` is called. */
export async function host(pages) {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url, 'http://localhost').pathname];
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers });
    response.end(page ? `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,"></head><body>${page.body}</body></html>` : '');
  });
  await new Promise((done) => { server.listen(0, 'localhost', done); });
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

/** A fixture: `visit(body, { headers, hash, path })` opens a page of another site. */
export const visit = async ({ page }, use) => {
  const hosts = [];
  await use(async (body, { headers, hash = '', path = '' } = {}) => {
    hosts.push(await host({ [`/${path}`]: { body, headers } }));
    await page.goto(hosts.at(-1).url + path + hash);
  });
  for (const one of hosts) await one.close();
};

/** A frame as our snippets write it; `sandbox` is null for an unrestricted frame. */
export function frame(src, sandbox, more = '') {
  const attribute = sandbox === null ? '' : ` sandbox="${sandbox}"`;
  return `<iframe src="${src}"${attribute} width="100%" height="480" title="Notes" ${more}></iframe>`;
}

/** The headers of a host with the strictest policy that still allows frames. */
export const strict = (origin) => ({ 'Content-Security-Policy': `default-src 'none'; frame-src ${origin}` });

/** Styles of a host that would ruin everything they reach. */
export const hostile = `<style>
  * { all: revert; font: 60px/3 cursive !important; color: red !important; margin: 40px !important; }
  iframe { border: 20px solid red; } div, ul, li, h1, h2, a { display: none !important; }
</style>`;
