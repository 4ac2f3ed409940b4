// Goes into a connector's dist/later/start.js, and runs there.
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
// By its whole: an older Node lacks crc32, and would not even load what says that it is too old.
import zlib from "node:zlib";

/** By then a host has its first answers, and what these needed is compiled and kept too. */
const settled = 3000;

/**
 * Runs `start.cjs` beside the file of this URL, compiled by an earlier start where that left it there.
 *
 * @param {string} url
 * @param {(name: string) => Promise<unknown>} importing that file's `import`, which a script kept compiled has none of
 * @returns what it exports
 */
export function loadStart(url, importing) {
  const path = fileURLToPath(new URL("start.cjs", url));
  const source = readFileSync(path);
  const cache = unlessFailing(() => cacheFor(path, source));
  const script = new Script(source.toString(), {
    filename: path,
    cachedData: cache && unlessFailing(() => readCache(cache)),
  });
  const module = { exports: {} };
  script.runInThisContext()(createRequire(url), module, url, importing);
  if (cache && script.cachedDataRejected !== false) {
    setTimeout(() => unlessFailing(() => writeCache(cache, script.createCachedData())), settled).unref();
  }
  return module.exports;
}

/** Whatever goes wrong costs only the time that would be saved. */
function unlessFailing(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Where it is kept, if nobody but this user can change what lies there: it is executed, as the program beside it is. */
function cacheFor(path, source) {
  if (!isOwn(statSync(dirname(path)))) return undefined;
  const { arch, versions } = process;
  return path.replace(/\.cjs$/, `-${zlib.crc32(source).toString(16)}-${versions.v8}-${arch}.cache`);
}

/** Windows has no owner to compare, and no cache. */
function isOwn({ uid, mode }) {
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** V8 trusts the content, and crashes if it is damaged: a sum of it stands at its end. */
function readCache(cache) {
  const descriptor = openSync(cache, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || !isOwn(stats)) return undefined;
    const content = readFileSync(descriptor);
    const compiled = content.subarray(0, -4);
    return zlib.crc32(compiled) === content.readUInt32LE(compiled.length) ? compiled : undefined;
  } finally {
    closeSync(descriptor);
  }
}

function writeCache(cache, compiled) {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(zlib.crc32(compiled));
  const unfinished = cache.replace(/\.cache$/, `.${process.pid}.cache`);
  try {
    writeFileSync(unfinished, Buffer.concat([compiled, sum]), { flag: "wx", mode: 0o600 });
    renameSync(unfinished, cache);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
