import { namesOf } from "./names.ts";

const longest = 30;

/** What the new files import or declare beside the connector's own name. */
const taken = ["add", "item", "options", "run", "search"];

/** What no JavaScript module can call anything. */
const reserved =
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield".split(
    " ",
  );

/** Why this can be no connector's name; undefined where it can. */
export function nameFault(name: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    return "a name has lower-case letters, digits and single hyphens, and begins with a letter, as acme-tickets does";
  if (name.length > longest) return `a name has at most ${longest} characters, since those of its tools begin with it`;
  if ([...reserved, ...taken].includes(namesOf(name).camel)) return `${name} means something else in its code already`;
  return undefined;
}
