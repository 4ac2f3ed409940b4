import { basename } from "node:path";
import { build } from "esbuild";

const statement = /import(?:\{([^}]*)\}from)?"\.\/(?:later\/)?([^"/]+)";/g;

/**
 * Puts all that a program loads at every start into one file, `start.js` beside the parts that are loaded later: the
 * bundler cuts what these share with the start into dozens of files, and each costs a look-up, a read and a wait.
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
  const entry = [...merged]
    .map((name) => `import"./${name}";`)
    .concat(
      [...wanted].map(
        ([name, exported]) => `export{${[...exported].map((it) => `${it} as ${renamed(name, it)}`)}}from"./${name}";`,
      ),
    );
  const {
    outputFiles: [start],
  } = await build({
    ...options,
    splitting: false,
    stdin: { contents: entry.join("\n"), resolveDir: "." },
    plugins: [fromMemory(parts, merged)],
    write: false,
  });
  return [...kept, { path: first.path.replace(basename(first.path), "start.js"), text: start.text }];
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
