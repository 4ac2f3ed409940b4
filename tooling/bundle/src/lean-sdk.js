import { readFileSync } from "node:fs";

const schemas = /@modelcontextprotocol[\\/]core[\\/]dist[\\/](?:schemas|auth)-[^\\/]+\.mjs$/;
const registration = /@modelcontextprotocol[\\/]server[\\/]dist[\\/]src-[^\\/]+\.mjs$/;

/** A declaration at the top of a module; what is inside a function or an object is indented, or closes with a brace. */
const declaration = /^const (\w+) = ((?:z\.|\w+Schema\.)[\s\S]*?);\n(?![\t}])/gm;

/** Where the SDK puts every schema of the protocol into a table that it offers to others. */
const entered =
  /^for \(const (?:key of SPEC_SCHEMA_KEYS|\[key, schema\] of Object\.entries\(authSchemas\))\) register\(.*\);$/gm;

/**
 * Leaves out the schemas of the protocol that nobody asks for. The SDK builds all of them whenever it is loaded, for a
 * table (`specTypeSchemas`) that no connector uses, and bundlers cannot know that building one has no effect. Throws
 * where the SDK is no longer as this expects it.
 *
 * @type {import("esbuild").Plugin}
 */
export const leanSdk = {
  name: "lean SDK",
  setup(build) {
    build.onLoad({ filter: schemas }, ({ path }) =>
      edited(path, declaration, "const $1 = /* @__PURE__ */ (() => $2)();\n"),
    );
    build.onLoad({ filter: registration }, ({ path }) => edited(path, entered, ""));
  },
};

function edited(path, pattern, replacement) {
  const text = readFileSync(path, "utf8");
  const contents = text.replace(pattern, replacement);
  if (contents === text)
    throw new Error(`${path} is not as lean-sdk.js expects it: look at what the SDK does at its start`);
  return { contents, loader: "js" };
}
