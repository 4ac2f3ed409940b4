import { readFileSync } from "node:fs";
import { readPackage } from "../../serving/read-package.ts";
import type { Finding } from "../finding.ts";
import type { Subject } from "../subject.ts";

/** Which program runs, on which Node, and whether it is the one that was built. */
export function* program({ connector }: Subject): Generator<Finding> {
  const { name, version } = readPackage(connector.package);
  const [runtime = "", script = ""] = process.argv;
  yield { level: "ok", title: `${name} ${version}`, detail: `Started as ${runtime} ${script}` };
  yield nodeVersion(connector.package, process.versions.node);
}

function nodeVersion(packageFile: URL, running: string): Finding {
  const { engines } = JSON.parse(readFileSync(packageFile, "utf8")) as { engines?: { node?: string } };
  const needed = /^>=(\d+)\.(\d+)/.exec(engines?.node ?? "");
  if (needed === null) return { level: "ok", title: `Node.js ${running}` };
  const [, major = "", minor = ""] = needed;
  const [runningMajor = 0, runningMinor = 0] = running.split(".").map(Number);
  const isRecent = runningMajor > Number(major) || (runningMajor === Number(major) && runningMinor >= Number(minor));
  if (isRecent) return { level: "ok", title: `Node.js ${running}; ${major}.${minor} or later is needed` };
  return {
    level: "problem",
    title: `Node.js ${running} is older than ${major}.${minor}, which this was made for`,
    remedy: `Install Node.js ${major}.${minor} or later from https://nodejs.org; node --version tells which one runs`,
  };
}
