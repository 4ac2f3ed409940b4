import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../../../docs/operating/Containerfile", import.meta.url), "utf8");
const image =
  text
    .replace(/\\\n/g, " ")
    .split(/^FROM /m)
    .at(-1) ?? "";

/** What the image definition in `docs/operating` says of its last stage. */
export const containerfile = {
  /** Variables that every container has. */
  environment: Object.fromEntries(
    [...image.matchAll(/^ENV (\w+)=(\S+)$/gm)].map(([, name, value]) => [`${name}`, `${value}`]),
  ),
  user: Number(/^USER (\d+):\d+$/m.exec(image)?.[1]),
  stopSignal: /^STOPSIGNAL (\w+)$/m.exec(image)?.[1] as NodeJS.Signals,
  /** The command and its arguments. */
  entryPoint: commandIn("ENTRYPOINT"),
  healthCheck: commandIn("HEALTHCHECK"),
};

/** Throws where there is none in the form that needs no shell. */
function commandIn(instruction: string): readonly string[] {
  const list = new RegExp(`^${instruction} .*?(\\[.*\\])$`, "m").exec(image)?.[1];
  if (list === undefined) throw new Error(`${instruction} is no list`);
  return JSON.parse(list) as readonly string[];
}
