// Builds static/build from static/src and the packages in package.json: `npm run build`.
//
// Every file carries a mark of its contents in its name, and manifest.json, written last, says which is which. The
// application looks for that file; without it pages fall back to static/plain.css.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import * as sass from "sass";
import { parse as parseToml } from "smol-toml";

const STATIC = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(STATIC);
const SOURCES = join(STATIC, "src");
const PACKAGES = join(ROOT, "node_modules");
const FINISHED = join(STATIC, "build");
const WORKING = join(PACKAGES, ".unfinished-build"); // beside the packages, where git looks away

// In the order they need each other: a script comes after the ones it imports.
const SCRIPTS = ["read_aloud.js", "session_warning.js", "working.js", "app.js"];
const GOVUK = "govuk-frontend.min.js";
const LETTERS = ["latin", "latin-ext"].flatMap((subset) =>
  [400, 700].map((weight) => `atkinson-hyperlegible-next-${subset}-${weight}-normal.woff2`),
);

const manifest = {};

function keep(name, contents) {
  const mark = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  const ending = extname(name);
  const folder = dirname(name) === "." ? "" : `${dirname(name)}/`;
  manifest[name] = `${folder}${basename(name, ending)}-${mark}${ending}`;
  const target = join(WORKING, manifest[name]);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, contents);
}

// Names of built files in a text, replaced by the names they have really got.
function withRealNames(text, names) {
  return names.reduce((done, name) => done.replaceAll(name, manifest[name]), text);
}

function buildLetters() {
  for (const file of LETTERS) {
    keep(`fonts/${file}`, readFileSync(join(PACKAGES, "@fontsource/atkinson-hyperlegible-next/files", file)));
  }
}

function buildStyles() {
  const { css } = sass.compile(join(SOURCES, "app.scss"), {
    loadPaths: [PACKAGES],
    style: "compressed",
    quietDeps: true,
  });
  keep("app.css", withRealNames(css, LETTERS.map((file) => `fonts/${file}`)));
}

function buildScripts() {
  const govuk = readFileSync(join(PACKAGES, "govuk-frontend/dist/govuk", GOVUK), "utf8");
  keep(GOVUK, govuk.replace(/\n?\/\/# sourceMappingURL=.*/, ""));
  const done = [GOVUK];
  for (const script of SCRIPTS) {
    keep(script, withRealNames(readFileSync(join(SOURCES, script), "utf8"), done));
    done.push(script);
  }
}

// Every picture the lists name: the pages' own, and one for each interest.
function pictureNames() {
  const ofPages = readFileSync(join(SOURCES, "pictures.txt"), "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean);
  const interests = join(ROOT, "scheme/interests/list.toml");
  const ofInterests = existsSync(interests) ? picturesIn(parseToml(readFileSync(interests, "utf8"))) : [];
  return [...new Set([...ofPages, ...ofInterests])].sort();
}

function picturesIn(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "picture" && typeof inner === "string" ? [inner] : picturesIn(inner),
  );
}

function buildPictures() {
  const openmoji = JSON.parse(readFileSync(join(PACKAGES, "@iconify-json/openmoji/icons.json"), "utf8"));
  const names = pictureNames();
  const unknown = names.filter((name) => !openmoji.icons[name]);
  if (unknown.length) throw new Error(`OpenMoji has no picture called: ${unknown.join(", ")}`);
  const { width, height } = openmoji;
  for (const name of names) {
    const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">`;
    keep(`pictures/${name}.svg`, `${open}${openmoji.icons[name].body}</svg>`);
  }
  return names.length;
}

rmSync(WORKING, { recursive: true, force: true });
buildLetters();
buildStyles();
buildScripts();
const pictures = buildPictures();
writeFileSync(join(WORKING, "manifest.json"), JSON.stringify(manifest, null, 1));
rmSync(FINISHED, { recursive: true, force: true });
renameSync(WORKING, FINISHED);
console.log(`Built static/build: ${Object.keys(manifest).length} files, ${pictures} of them pictures.`);
