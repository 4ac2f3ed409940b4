import type { Connector } from "@drawbridge/core";
import type { Definitions } from "../definitions.ts";
import { knownPrefixes } from "../names/known-prefixes.ts";
import type { Rule } from "../rule.ts";
import { quote } from "../words/quote.ts";
import { textRule } from "./text-rule.ts";

const word = /(?<![\w$])[a-z][a-z0-9]{0,63}(?:_{1,2}[a-z0-9]{1,63}){1,10}(?![\w])/gi;
const callBefore = /\b(?:call|calls|calls to|calling|called|invoke|invoking|run|running|tool|tools) $/i;
const callAfter = /^(?:\(\)| (?:tools?|is (?:called|invoked|used))\b)/i;
/** Characters on either side of a name that say whether it is called. */
const around = 16;

/** A text that speaks of another server's tools can change how they are used (shadowing). */
export const foreignTools: Rule = (definitions) => {
  const isForeign = foreigner(definitions);
  return textRule("foreign-tools", "Speak of this connector's own tools only.", ({ text, role }) => {
    if (role === "name" || role === "address" || (role === "value" && !text.includes(" "))) return [];
    const found = [...text.matchAll(word)].filter(({ 0: name, index }) => {
      const before = plain(text.slice(Math.max(0, index - around), index));
      const after = plain(text.slice(index + name.length, index + name.length + around));
      return isForeign(name, callBefore.test(before) || callAfter.test(after));
    });
    return [...new Set(found.map(([name]) => name))].map((name) => `names ${quote(name)}, a tool of another server`);
  })(definitions);
};

function foreigner(definitions: Definitions): (written: string, isCalled: boolean) => boolean {
  const { connector, others } = definitions;
  const own = ownNames(definitions);
  const ownPrefixes = new Set(prefixesOf(connector));
  const known = new Set(others.flatMap(({ tools }) => tools.map(({ name }) => name.toLowerCase())));
  const prefixes = new Set([...knownPrefixes, ...others.flatMap(prefixesOf)]);
  return (written, isCalled) => {
    const name = written.toLowerCase();
    if (own.has(name)) return false;
    if (known.has(name)) return true;
    // Variables of the environment (`GITHUB_TOKEN`) begin like tools, and siblings to come like siblings.
    if (written === written.toUpperCase() || ownPrefixes.has(prefixOf(name))) return false;
    // `utf_8` and `created_at` look like tools too: of unknown prefixes only what is called must be one.
    return prefixes.has(prefixOf(name)) || isCalled;
  };
}

function plain(text: string): string {
  return text.replaceAll(/[\s`'"*]+/g, " ");
}

function ownNames({ connector, texts }: Definitions): ReadonlySet<string> {
  const named = texts.filter(({ role }) => role === "name").map(({ text }) => text.toLowerCase());
  return new Set([...named, connector.name]);
}

function prefixesOf({ name, tools }: Connector): readonly string[] {
  return [name, ...tools.map((tool) => prefixOf(tool.name))];
}

function prefixOf(name: string): string {
  return name.toLowerCase().split("_")[0] ?? name;
}
