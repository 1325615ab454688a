// The browser of this machine, the fonts that it sees, and the sites to open in it.
import { existsSync } from 'node:fs';
import path from 'node:path';

export { chromium } from '@playwright/test';

const folders = (process.env.PATH ?? '').split(path.delimiter);
const find = (...names) => names
  .flatMap((name) => folders.map((folder) => path.join(folder, name)))
  .find((file) => existsSync(file));

const whole = find('chromium', 'chromium-browser', 'google-chrome');
// The same engine without the windows of a browser: twice as fast.
const shell = find('chromium-headless-shell');

// A set of fonts that readers have; `fonts/NAME.conf` hides all others, so that no machine decides what a page measures.
// The journeys hold with `liberation`; HALLWAY_FONTS=noto or dejavu asks for another set.
const fonts = process.env.HALLWAY_FONTS ?? 'liberation';

/** Launch options of the whole browser. Root, as in a container, has no sandbox. */
export const launch = {
  executablePath: whole,
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [],
  env: { ...process.env, FONTCONFIG_FILE: path.resolve(import.meta.dirname, `fonts/${fonts}.conf`) },
};

/** Launch options of the engine alone where that is installed. It keeps no page for Back, and every page there has a reader from the start. */
export const launchShell = { ...launch, executablePath: shell ?? whole };

/** Folder that holds `fixture`, built from `recaps`, `shipped`, built from `data`, and `worst` and `crowded`, built from what the scripts of that name write. */
export const sites = process.env.HALLWAY_SITES ?? path.resolve(import.meta.dirname, '../../target/e2e');
