import { sha256 } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { inBatches } from "./in-batches.ts";
import { isTrusted } from "./is-trusted.ts";
import { nobody } from "./nobody.ts";
import { type RepositoryFacts, repositoryFacts } from "./repository-facts.ts";
import type { Source } from "./source.ts";
import { nameOf, type Target } from "./target.ts";

/** More authors than these are not looked up for one change; those that are left count as strangers. Nor are more strangers told. */
const most = { lookUps: 200, strangers: 10 };

/** Words of strangers and private things that were both read, so that the ones could carry the others to a place. */
export interface Flow {
  /** For people. */
  readonly to: string;
  /** Places of which fewer people may read than of where it would go. */
  readonly from: readonly string[];
  /** Whose words: `issue acme/site#1 by mallory`. */
  readonly strangers: readonly string[];
  /** Another for each of these. */
  readonly digest: string;
}

/**
 * What could be carried to a place; undefined where nothing could. Two private repositories of one owner are as private as
 * each other; that of another owner is public to the first. Of what cannot be looked up, a source counts as private and a
 * target as public.
 */
export async function flowTo(call: GithubCall, target: Target): Promise<Flow | undefined> {
  const { sources, isFull } = call.ledger;
  const to = "world" in target ? target.world : `${target.owner}/${target.repo}`;
  if (isFull)
    return { to, from: [untold], strangers: [untold], digest: sha256(JSON.stringify([nameOf(target), untold])) };
  if (sources.every((source) => isSame(source, target))) return undefined;
  const facts = await factsOf(call, sources, target);
  const leaks = sources.filter((source) => !isSame(source, target) && isLeak(source, target, facts));
  if (leaks.length === 0) return undefined;
  const strangers = await strangersAmong(call, sources, facts);
  if (strangers.length === 0) return undefined;
  const from = distinct(leaks.map(placeOf));
  const whose = distinct(strangers.map(words));
  return { to, from, strangers: whose, digest: sha256(JSON.stringify([nameOf(target), from, whose])) };
}

/** Of a ledger that is full. */
const untold = "more than is told apart";

type Facts = ReadonlyMap<string, RepositoryFacts | undefined>;

async function factsOf(call: GithubCall, sources: readonly Source[], target: Target): Promise<Facts> {
  const within = sources.filter(({ beyond }) => beyond === undefined);
  const names: readonly RepositoryName[] = [...within, ...("world" in target || target.privacy ? [] : [target])];
  const wanted = new Map(names.map((name) => [nameOf(name), name]));
  return new Map(
    await inBatches([...wanted], async ([key, name]) => [key, await repositoryFacts(call, name)] as const),
  );
}

function isLeak(source: Source, target: Target, facts: Facts): boolean {
  const { owner, privacy } = { owner: source.owner, privacy: 2, ...facts.get(nameOf(source)), ...source.beyond };
  if (privacy === 0) return false;
  if ("world" in target) return true;
  const known = facts.get(nameOf(target));
  const reached = target.privacy ?? known?.privacy ?? 0;
  const isOneOwner = owner.toLowerCase() === (known?.owner ?? target.owner).toLowerCase();
  return !isOneOwner || reached < privacy;
}

async function strangersAmong(call: GithubCall, sources: readonly Source[], facts: Facts): Promise<Source[]> {
  const trusted = await inBatches(
    sources.slice(0, most.lookUps),
    (source) => isTrusted(call, source, facts.get(nameOf(source))),
    (answers) => answers.filter((isKnown) => !isKnown).length >= most.strangers,
  );
  const strangers = sources.filter((_, index) => trusted[index] !== true);
  return strangers.slice(0, most.strangers);
}

function isSame(source: Source, target: Target): boolean {
  if ("world" in target) return target.itself !== undefined && nameOf(source) === nameOf(target.itself);
  return source.beyond === undefined && nameOf(source) === nameOf(target);
}

function placeOf({ owner, repo, beyond, what }: Source): string {
  return beyond === undefined ? `${owner}/${repo}` : what;
}

function words({ author, what }: Source): string {
  if (author === nobody) return `${what} by somebody unknown`;
  return author === undefined ? what : `${what} by ${author}`;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
