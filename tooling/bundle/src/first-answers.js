import { spawnSync } from "node:child_process";

/** Revisions in which a host shakes hands by `initialize`. A program that does not speak one answers another. */
const revisions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

/** More than a command line can hold. */
const many = Number.MAX_SAFE_INTEGER;

/**
 * What a program answers to what hosts ask first, and when it may be answered without loading the program. It is run without any
 * variable of this environment.
 *
 * @param {string} program
 * @param {string[]} quiet names of the options that change nothing of it
 * @param {{ options: { name: string, kind: string, environment: string[], secret: boolean, positional: boolean }[] }} described
 */
export function firstAnswers(program, quiet, { options }) {
  const unknown = quiet.filter((name) => !options.some((option) => option.name === name && option.kind !== "boolean"));
  if (unknown.length > 0)
    throw new Error(`No option with a value is called ${unknown}: see "answersFirst" in package.json`);
  const isQuiet = ({ name }) => quiet.includes(name);
  const answers = revisions.map((revision) => answersIn(program, revision));
  return {
    initialize: Object.fromEntries(
      revisions.flatMap((revision, index) => {
        const { initialize } = answers[index];
        return JSON.parse(initialize).protocolVersion === revision ? [[revision, initialize]] : [];
      }),
    ),
    tools: sameOf(answers.map(({ tools }) => tools)),
    flags: options.filter((o) => isQuiet(o) && !o.positional && !o.secret).map(({ name }) => `--${name}`),
    positionals:
      options.filter((o) => isQuiet(o) && o.positional).map(({ kind }) => (kind === "list" ? many : 1))[0] ?? 0,
    variables: options.filter((o) => !isQuiet(o)).flatMap(({ environment }) => environment),
  };
}

/** The results, as the program wrote them. */
function answersIn(program, protocolVersion) {
  const clientInfo = { name: "bundle-connector", version: "0" };
  const asked = [
    { id: 1, method: "initialize", params: { protocolVersion, capabilities: {}, clientInfo } },
    { method: "notifications/initialized" },
    { id: 2, method: "tools/list" },
  ];
  const input = asked.map((message) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`).join("");
  const { stdout, stderr } = spawnSync(process.execPath, [program], { env: {}, input, encoding: "utf8" });
  const resultOf = (id) => {
    const form = new RegExp(`^\\{"result":(.*),"jsonrpc":"2\\.0","id":${id}\\}$`, "m");
    const [, result] = form.exec(stdout) ?? [];
    if (result === undefined) throw new Error(`${program} does not answer ${id} without arguments: ${stdout}${stderr}`);
    return result;
  };
  return { initialize: resultOf(1), tools: resultOf(2) };
}

function sameOf([first, ...more]) {
  if (more.some((text) => text !== first))
    throw new Error("The tools are listed differently from revision to revision");
  return first;
}
