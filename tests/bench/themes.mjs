// How many of the shipped collection's themes Hallway proposes from its recaps alone.
//
//     node tests/bench/themes.mjs target/native/hallway
//
// Copies `data`, takes every theme out of it, and compares what `hallway check --themes` proposes with the themes.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const command = process.argv[2] ?? "target/native/hallway";
const folder = mkdtempSync(join(tmpdir(), "themes-"));
try {
  cpSync("data", folder, { recursive: true });
  const registry = readFileSync(join(folder, "themes.toml"), "utf8");
  writeFileSync(join(folder, "themes.toml"), "theme = []\n");
  for (const file of readdirSync(join(folder, "recaps"), { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/^themes:.*\n/gm, ""));
  }
  const output = execFileSync(command, ["check", folder, "--themes"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const key = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, "").replace(/s$/, "");
  const proposed = new Set([...output.matchAll(/^name = "(.*)"$/gm)].map(([, name]) => key(name)));
  const strings = (text) => [...text.matchAll(/"([^"]*)"/g)].map(([, value]) => value);
  const themes = registry.split(/^\[\[theme\]\]$/m).slice(1).map((entry) => {
    const id = strings(entry.match(/^id = .*$/m)?.[0] ?? "");
    const name = strings(entry.match(/^name = .*$/m)?.[0] ?? "");
    const aliases = strings(entry.match(/^aliases = \[[^\]]*\]/m)?.[0] ?? "");
    return { name: name[0], spellings: [...id, ...name, ...aliases] };
  });
  const missed = themes.filter((theme) => !theme.spellings.some((spelling) => proposed.has(key(spelling))));
  console.log(`${themes.length - missed.length} of ${themes.length} themes are among ${proposed.size} proposals`);
  if (process.env.MISSES) console.log(missed.map((theme) => theme.name).join(", "));
} finally {
  rmSync(folder, { recursive: true });
}
