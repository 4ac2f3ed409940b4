import { Redactor } from "@drawbridge/core";
import { Failure } from "../command-line/failure.ts";
import { AskedConnector } from "../connectors/asked-connector.ts";
import type { ConnectorSource } from "../connectors/connector-source.ts";
import { isConnector } from "../entries/is-connector.ts";
import { launchEnvironment } from "../entries/launch-environment.ts";
import { pinnedPackage } from "../entries/pinned-package.ts";
import type { ServerEntry } from "../entries/server-entry.ts";
import { startsSource } from "../entries/starts-source.ts";
import type { Configured } from "../hosts/configured-entries.ts";
import type { Lock } from "../locks/lock.ts";
import { lockDifference } from "../locks/lock-difference.ts";
import { makeLock } from "../locks/make-lock.ts";
import type { Found } from "./found.ts";

interface Started {
  readonly name: string;
  readonly of: string;
  readonly entry: ServerEntry;
  readonly lock: Lock | undefined;
}

/** Whether each connector that a host starts is pinned, holds no secret in clear, is as it was accepted, and can be used. */
export async function* connectorFindings(
  configured: readonly Configured[],
  locks: readonly Lock[],
  project: string | undefined,
): AsyncGenerator<Found> {
  const started = configured.flatMap(({ configuration, entries }) =>
    [...entries].flatMap(([name, entry]) => {
      const lock = locks.find((each) => each.name === name && each.project === project);
      return isConnector(entry, lock) ? [{ name, of: `${name}, in ${configuration.host.title}`, entry, lock }] : [];
    }),
  );
  const seen = new Map<string, readonly Found[]>();
  for (const each of started) {
    yield* entryFindings(each);
    // What several hosts start in the same way is started once.
    const way = JSON.stringify([each.name, each.entry.args, each.entry.env]);
    const found = seen.get(way) ?? (await startFindings(each));
    seen.set(way, found);
    yield* found.map((finding) => ({ ...finding, of: each.of }));
  }
}

function* entryFindings({ of, entry }: Started): Generator<Found> {
  const pinned = pinnedPackage(entry);
  if (pinned !== undefined && !/^\d/.test(pinned.version ?? "")) {
    yield {
      of,
      level: "warning",
      title: `Its version is not pinned (${pinned.package}${pinned.version === undefined ? "" : `@${pinned.version}`}): what runs may change from one day to the next`,
      remedy: "Remove it and add it again, which pins the version and records what it tells hosts",
    };
  }
  const redactor = new Redactor([]);
  const texts = [...entry.args, ...Object.values(entry.env).flatMap((value) => ("text" in value ? [value.text] : []))];
  if (texts.some((text) => redactor.text(text) !== text)) {
    yield {
      of,
      level: "problem",
      title: "A secret stands in clear in the host's file",
      remedy:
        "Remove it and add it again with --secret-keyring or --secret-env, and have the secret replaced where it comes from",
    };
  }
}

async function startFindings({ of, entry, lock }: Started): Promise<Found[]> {
  const { environment, missing } = launchEnvironment(entry.env);
  const unset = missing.map(
    (variable): Found => ({
      of,
      level: "warning",
      title: `The variable ${variable} is not set here: whether the host has it cannot be told`,
      remedy: `Set it where the host is started, and run this from there`,
    }),
  );
  const source = sourceOf(entry, lock);
  if (source === undefined) return unset;
  const args = argsOf(entry, source);
  const { ok, problem } = await new AskedConnector(source, args, environment).check();
  const check: Found = ok
    ? { of, level: "ok", title: "It starts, and its system can be used" }
    : {
        of,
        level: "problem",
        title: `It cannot be used: ${problem}`,
        remedy: `Mend what that names; drawbridge inspect starts it by hand, and its own --doctor looks closer`,
      };
  return [...unset, check, await lockFinding(of, lock, { source, args, environment })];
}

async function lockFinding(
  of: string,
  lock: Lock | undefined,
  {
    source,
    args,
    environment,
  }: { source: ConnectorSource; args: readonly string[]; environment: Readonly<Record<string, string>> },
): Promise<Found> {
  if (lock === undefined) {
    return {
      of,
      level: "warning",
      title: "What it tells hosts was never accepted: no lock is recorded",
      remedy: "drawbridge add it with --replace",
    };
  }
  try {
    const differences = lockDifference(lock, await makeLock({ ...lock, source, args }, environment));
    if (JSON.stringify(args) !== JSON.stringify(lock.args)) return otherwiseStarted(of, differences);
    if (differences.length === 0) return { of, level: "ok", title: "It tells hosts what was accepted" };
    return {
      of,
      level: "problem",
      title: `It tells hosts something else than was accepted: ${differences[0]}`,
      remedy: "drawbridge lock verify shows all of it; drawbridge update accepts a newer version",
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return {
      of,
      level: "problem",
      title: `Its lock cannot be compared: ${error.message}`,
      remedy: "Mend what that names",
    };
  }
}

/** One lock holds for all hosts that have the name. Less than was accepted breaks nothing. */
function otherwiseStarted(of: string, differences: readonly string[]): Found {
  const isLess = differences.every((line) => line.startsWith("! hosts may no longer call"));
  return {
    of,
    level: isLess ? "warning" : "problem",
    title: `It is started with other options than were accepted${differences[0] === undefined ? "" : `: ${differences[0]}`}`,
    remedy:
      "drawbridge add it with --replace and the options that are meant, in every host that has it; or with --name, where hosts are to differ",
  };
}

function sourceOf(entry: ServerEntry, lock: Lock | undefined): ConnectorSource | undefined {
  if (lock?.source.kind === "folder" && startsSource(entry, lock.source)) return lock.source;
  const pinned = pinnedPackage(entry);
  return pinned && { kind: "registry", package: pinned.package, version: pinned.version ?? "latest" };
}

/** What stands behind the program. */
function argsOf(entry: ServerEntry, source: ConnectorSource): readonly string[] {
  const index = source.kind === "folder" ? entry.args.indexOf(source.program) : (pinnedPackage(entry)?.index ?? -1);
  return entry.args.slice(index + 1);
}
