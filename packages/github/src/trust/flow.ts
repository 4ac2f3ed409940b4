import { sha256 } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { isTrusted } from "./is-trusted.ts";
import { nobody } from "./nobody.ts";
import { type RepositoryFacts, repositoryFacts } from "./repository-facts.ts";
import type { Source } from "./source.ts";
import { nameOf, type Target } from "./target.ts";

/** More authors than this are not looked up for one change: then those that are left count as strangers. */
const mostLookUps = 200;

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
  if (!isFull && sources.every((source) => isSame(source, target))) return undefined;
  const facts = await factsOf(call, sources, target);
  const leaks = sources.filter((source) => !isSame(source, target) && isLeak(source, target, facts));
  if (leaks.length === 0 && !isFull) return undefined;
  const strangers = await strangersAmong(call, sources, facts);
  if (strangers.length === 0 && !isFull) return undefined;
  const from = distinct([...leaks.map(placeOf), ...(isFull ? ["more places than are told apart"] : [])]);
  const whose = distinct([...strangers.map(words), ...(isFull ? ["more authors than are told apart"] : [])]);
  const to = "world" in target ? target.world : `${target.owner}/${target.repo}`;
  return { to, from, strangers: whose, digest: sha256(JSON.stringify([nameOf(target), from, whose])) };
}

type Facts = ReadonlyMap<string, RepositoryFacts | undefined>;

async function factsOf(call: GithubCall, sources: readonly Source[], target: Target): Promise<Facts> {
  const within = sources.filter(({ beyond }) => beyond === undefined);
  const names: readonly RepositoryName[] = [...within, ...("world" in target || target.privacy ? [] : [target])];
  const wanted = new Map(names.map((name) => [nameOf(name), name]));
  const found = [...wanted].map(async ([key, name]) => [key, await repositoryFacts(call, name)] as const);
  return new Map(await Promise.all(found));
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
  const looked = sources.slice(0, mostLookUps).map((source) => isTrusted(call, source, facts.get(nameOf(source))));
  const trusted = await Promise.all(looked);
  return sources.filter((_, index) => trusted[index] !== true);
}

function isSame(source: Source, target: Target): boolean {
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
