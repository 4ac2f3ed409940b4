import { spawnSync } from "node:child_process";

/** Revisions in which a host shakes hands by `initialize`. A program that does not speak one answers another. */
const revisions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

/** More than a command line can hold. */
const many = Number.MAX_SAFE_INTEGER;

/**
 * @typedef {object} DescribedOption
 * @property {string} name
 * @property {string} kind
 * @property {string[]} environment
 * @property {boolean} secret
 * @property {boolean} holdsSecrets
 * @property {boolean} positional
 */

/**
 * @typedef {object} FirstAnswers patterns are those of a whole value
 * @property {Record<string, string>} initialize the result by revision, as JSON
 * @property {string} tools
 * @property {Record<string, { form: string, most: number }>} flags how often each may stand there, and with what; "" is that of a place
 * @property {Record<string, string | null>} variables patterns by name; null of those that are not to be set
 */

/**
 * What a program answers to what hosts ask first, and when it may be answered without loading the program. It is run without any
 * variable of this environment.
 *
 * @param {string} program
 * @param {Record<string, string>} quiet by the names of the options that change nothing of it, the patterns of values that the program takes
 * @param {{ options: DescribedOption[] }} described
 * @returns {FirstAnswers}
 */
export function firstAnswers(program, quiet, { options }) {
  const unknown = Object.keys(quiet).filter((name) => !options.some((o) => o.name === name && o.kind !== "boolean"));
  if (unknown.length > 0)
    throw new Error(`No option with a value is called ${unknown}: see "answersFirst" in package.json`);
  const formOf = ({ name }) => quiet[name] ?? null;
  const answers = revisions.map((revision) => answersIn(program, revision));
  return {
    initialize: Object.fromEntries(
      revisions.flatMap((revision, index) => {
        const { initialize } = answers[index];
        return JSON.parse(initialize).protocolVersion === revision ? [[revision, initialize]] : [];
      }),
    ),
    tools: sameOf(answers.map(({ tools }) => tools)),
    flags: Object.fromEntries(
      options
        .filter((option) => formOf(option) !== null && !option.secret)
        .map((option) => [
          option.positional ? "" : `--${option.name}`,
          { form: formOf(option), most: option.kind === "list" ? many : 1 },
        ]),
    ),
    variables: Object.fromEntries(
      options.flatMap((option) => [
        ...option.environment.map((variable) => [variable, formOf(option)]),
        ...elsewhere(option).map((variable) => [variable, null]),
      ]),
    ),
  };
}

/** Variables that say where a value stands: what it is, only the program sees. */
function elsewhere({ environment, secret, holdsSecrets }) {
  const suffixes = [...(secret ? ["_FILE"] : []), ...(holdsSecrets ? ["_KEYRING"] : [])];
  return environment.flatMap((variable) => suffixes.map((suffix) => variable + suffix));
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
