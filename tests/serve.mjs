// A small static server for tests and measurements: the right types, gzip and brotli, real 404s, any sub-folder, and the
// ways of other hosts. `hallway serve` is for curators.
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};
const PACKED_ALREADY = new Set(['.jpg', '.png']);
const PACKING_ENDS = { br: 'br', gzip: 'gz' };

/** The bytes as a host with brotli at `quality` (0 to 11) would send them. */
export function brotli(bytes, quality = 11) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}

/** Where hosts differ. These are the best answers; tests pass those of other hosts. */
const OWN_WAY = {
  /** The encodings it can compress to, best first. */
  encodings: ['br', 'gzip'],
  /** Whether it sends `FILE.br` and `FILE.gz` where they are beside FILE. */
  sendsPackings: false,
  /** Types by ending that differ from the right ones. */
  types: {},
  /** Headers of every file. A test may change any file, so browsers must revalidate. */
  headers: { 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' },
  /** Whether it adds the headers that `_headers` asks for. */
  readsHeaders: false,
  /** Whether it redirects `page.html` to `page`. */
  hidesEndings: false,
};

/**
 * Serves `root` below the path `mount` until `close()` is called; `ways` are those of `OWN_WAY`.
 *
 * Port 0 means any free port.
 */
export async function serve({ root, mount = '/', port = 0, host = 'localhost', quality = 5, ways = {} }) {
  const site = { root: path.resolve(root), mount: mountPath(mount), quality, packed: new Map(), ...OWN_WAY, ...ways };
  site.rules = site.readsHeaders ? headerRules(await readFile(path.join(site.root, '_headers'), 'utf8')) : [];
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error) => fail(response, error));
  });
  const free = await listen(server, port, host);
  return {
    url: `http://localhost:${free}${site.mount}`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

async function answer(site, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(response, 405, { Allow: 'GET, HEAD' }, 'Only GET and HEAD are answered here.\n');
  }
  const { pathname: asked, search } = new URL(request.url, 'http://localhost');
  if (`${asked}/` === site.mount) return send(response, 301, { Location: site.mount }, '');
  if (!asked.startsWith(site.mount)) return notFound(site, request, response);
  const shown = asked.replace(/(?:(?<=\/)index)?\.html$/, '');
  if (site.hidesEndings && shown !== asked) return send(response, 308, { Location: shown + search }, '');
  const file = await existing(site, fileFor(site, asked.slice(site.mount.length)));
  const found = file && await stat(file).catch(() => null);
  if (!found) return notFound(site, request, response);
  if (!found.isDirectory()) return sendFile(site, request, response, 200, file, found);
  if (!asked.endsWith('/')) return send(response, 301, { Location: `${asked}/` }, '');
  const index = path.join(file, 'index.html');
  const page = await stat(index).catch(() => null);
  return page ? sendFile(site, request, response, 200, index, page) : notFound(site, request, response);
}

/** The file with its ending, where the host hides endings. */
async function existing(site, file) {
  const page = site.hidesEndings && file && `${file}.html`;
  return page && (await stat(page).catch(() => null)) ? page : file;
}

/** The rules of a `_headers` file: a path or `/*`, and headers below it. */
function headerRules(text) {
  const rules = [];
  for (const line of text.split('\n').filter(Boolean)) {
    if (line.startsWith('/')) rules.push({ path: line, headers: {} });
    else Object.assign(rules.at(-1).headers, { [line.split(':')[0].trim()]: line.slice(line.indexOf(':') + 1).trim() });
  }
  return rules;
}

/** Null when the address is malformed or leads out of the folder. */
function fileFor(site, rest) {
  try {
    const file = path.join(site.root, decodeURIComponent(rest));
    const isInside = file === site.root || file.startsWith(site.root + path.sep);
    return isInside && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}

async function notFound(site, request, response) {
  const file = path.join(site.root, '404.html');
  const page = await stat(file).catch(() => null);
  return page
    ? sendFile(site, request, response, 404, file, page)
    : send(response, 404, { 'Content-Type': TYPES['.txt'] }, 'Not found.\n');
}

async function sendFile(site, request, response, status, file, found) {
  const extension = path.extname(file);
  const tag = `W/"${found.size}-${found.mtimeMs}"`;
  const headers = {
    'Content-Type': { ...TYPES, ...site.types }[extension] ?? 'application/octet-stream',
    ETag: tag,
    Vary: 'Accept-Encoding',
    ...site.headers,
  };
  const below = `/${path.relative(site.root, file)}`;
  for (const rule of site.rules) {
    if (rule.path === '/*' || rule.path === below) Object.assign(headers, rule.headers);
  }
  if (status === 200 && request.headers['if-none-match'] === tag) return send(response, 304, headers, '');
  const encoding = PACKED_ALREADY.has(extension) ? '' : bestEncoding(site, request.headers['accept-encoding'] ?? '');
  if (encoding) headers['Content-Encoding'] = encoding;
  const body = await packed(site, file, found, encoding);
  return send(response, status, headers, request.method === 'HEAD' ? '' : body, body.length);
}

function bestEncoding(site, accepted) {
  const names = accepted.split(',').map((part) => part.split(';')[0].trim());
  return site.encodings.find((name) => names.includes(name)) ?? '';
}

/** Compressing the client takes longer than sending it, so each version of a file is compressed once. */
async function packed(site, file, found, encoding) {
  const key = `${encoding} ${file}`;
  const version = `${found.size} ${found.mtimeMs}`;
  const kept = site.packed.get(key);
  if (kept?.version === version) return kept.body;
  const beside = site.sendsPackings && encoding && await readFile(`${file}.${PACKING_ENDS[encoding]}`).catch(() => null);
  if (beside) {
    site.packed.set(key, { version, body: beside });
    return beside;
  }
  const bytes = await readFile(file);
  const body = encoding === 'br' ? await brotli(bytes, site.quality)
    : encoding === 'gzip' ? await promisify(gzip)(bytes) : bytes;
  site.packed.set(key, { version, body });
  return body;
}

function send(response, status, headers, body, length = Buffer.byteLength(body)) {
  response.writeHead(status, { ...headers, 'Content-Length': length });
  response.end(body);
}

function fail(response, error) {
  console.error(error);
  if (!response.headersSent) response.writeHead(500);
  response.end();
}

function mountPath(mount) {
  return encodeURI(`/${mount}/`.replace(/\/+/g, '/'));
}

function listen(server, port, host) {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => done(server.address().port));
  });
}
