import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const statement = /import(?:\{([^}]*)\}from)?"\.\/(?:later\/)?([^"/]+)";/g;

/**
 * Puts all that a program loads at every start into one file, `start.cjs` beside the parts that are loaded later: the
 * bundler cuts what these share with the start into dozens of files, and each costs a look-up, a read and a wait. They
 * import it by way of `start.js`.
 *
 * @param {{ outputFiles: { path: string, text: string }[], metafile: import("esbuild").Metafile }} bundled of one entry,
 *   without a banner
 * @param {string} program the entry's output
 * @param {import("esbuild").BuildOptions} options for the file that all is put into
 * @returns {Promise<{ path: string, text: string }[]>} the files that take the place of those
 */
export async function mergeStart({ outputFiles, metafile }, program, options) {
  const merged = sharedAtStart(metafile, program);
  if (merged.size === 0) return outputFiles;
  const parts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const wanted = new Map();
  const kept = outputFiles
    .filter(({ path }) => !merged.has(basename(path)))
    .map(({ path, text }) => ({ path, text: redirected(text, merged, wanted, basename(path) === basename(program)) }));
  const [first] = outputFiles.filter(({ path }) => merged.has(basename(path)));
  const start = first.path.replace(basename(first.path), "start.");
  return [
    ...kept,
    { path: `${start}cjs`, text: await startScript(parts, merged, wanted, options) },
    { path: `${start}js`, text: await startModule(wanted, options) },
  ];
}

/** All that is merged, as a function's source: what is compiled as a script can be kept compiled. */
async function startScript(parts, merged, wanted, options) {
  const entry = [...merged]
    .map((name) => `import"./${name}";`)
    .concat(
      [...wanted].map(
        ([name, exported]) => `export{${[...exported].map((it) => `${it} as ${renamed(name, it)}`)}}from"./${name}";`,
      ),
    );
  const text = await builtFrom(entry.join("\n"), {
    ...options,
    format: "cjs",
    define: { ...options.define, "import.meta.url": "__url" },
    logOverride: { "empty-import-meta": "error" },
    plugins: [fromMemory(parts, merged)],
  });
  const script = text.replace(/\bimport\("/g, '__import("');
  if (/\bimport\(/.test(script)) throw new Error("What is loaded at every start imports what no build can know");
  return `(function(require,module,__url,__import){"use strict";${script}})`;
}

/** The module that runs it, and has its exports by name. */
function startModule(wanted, options) {
  const names = [...wanted].flatMap(([name, exported]) => [...exported].map((it) => renamed(name, it)));
  const loader = JSON.stringify(fileURLToPath(new URL("load-start.js", import.meta.url)));
  return builtFrom(
    `import{loadStart}from${loader};export const{${names}}=loadStart(import.meta.url,(name)=>import(name));`,
    options,
  );
}

async function builtFrom(contents, options) {
  const built = await build({ ...options, splitting: false, stdin: { contents, resolveDir: "." }, write: false });
  return built.outputFiles[0].text;
}

/** The names of the files that the program imports before it runs, and what these import, first the first to run. */
function sharedAtStart({ outputs }, program) {
  const found = new Set();
  const follow = (path) => {
    for (const { path: next, kind, external } of outputs[path].imports) {
      if (kind !== "import-statement" || external || found.has(basename(next))) continue;
      follow(next);
      found.add(basename(next));
    }
  };
  follow(program);
  return found;
}

/** The text of a file that stays, with what it imports of the merged ones taken from the one file. */
function redirected(text, merged, wanted, isProgram) {
  const start = isProgram ? "./later/start.js" : "./start.js";
  return text.replace(statement, (whole, names, from) => {
    if (!merged.has(from)) return whole;
    if (names === undefined) return `import"${start}";`;
    const exported = wanted.get(from) ?? new Set();
    wanted.set(from, exported);
    const taken = names.split(",").map((name) => {
      const [original, own = original] = name.trim().split(" as ");
      exported.add(original);
      return `${renamed(from, original)} as ${own}`;
    });
    return `import{${taken}}from"${start}";`;
  });
}

/** Two files may export the same name. */
function renamed(file, name) {
  return `${basename(file, ".js").replace(/\W/g, "_")}_${name}`;
}

function fromMemory(parts, merged) {
  return {
    name: "from memory",
    setup(build) {
      build.onResolve({ filter: /.*/ }, ({ path, kind }) => {
        const isMerged = kind === "import-statement" && path.startsWith("./") && merged.has(basename(path));
        return isMerged ? { path: basename(path), namespace: "part" } : { path, external: true };
      });
      build.onLoad({ filter: /.*/, namespace: "part" }, ({ path }) => ({ contents: parts.get(path), resolveDir: "." }));
    },
  };
}
