import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { nobody } from "./nobody.ts";

/** What somebody wrote, one after the other. */
export interface Post {
  readonly author: string | undefined;
  readonly body: string;
}

/**
 * Records who wrote a thread. Of what somebody quotes, another is the author: where it stands in the thread, the one who is
 * recorded for it there; elsewhere nobody, since whoever quotes a stranger does not stand for the words.
 */
export function recordThread(
  call: GithubCall,
  { owner, repo }: RepositoryName,
  what: string,
  posts: readonly Post[],
): void {
  for (const [index, { author = nobody, body }] of posts.entries()) {
    call.ledger.record({ owner, repo, author, what });
    const before = posts.slice(0, index);
    const isKnown = (line: string) => before.some((post) => post.body.includes(line));
    if (!quotedLines(body).every(isKnown))
      call.ledger.record({ owner, repo, author: nobody, what: `a quote in ${what}` });
  }
}

/** Markdown's block quotes (CommonMark, section 5.1), those in lists too, and what stands in HTML's. */
function quotedLines(body: string): readonly string[] {
  const quoted = body.split("\n").filter((line) => /^\s*(?:(?:[-*+]|\d+[.)])\s+)*>/.test(line));
  const inHtml = [...body.matchAll(/<(?:blockquote|q)\b[^>]{0,200}>([\s\S]*?)(?:<\/(?:blockquote|q)\s*>|$)/gi)];
  const lines = [...quoted, ...inHtml.flatMap(([, text = ""]) => text.split("\n"))];
  return lines.map((line) => line.replace(/^(?:\s|>|[-*+]\s|\d+[.)]\s)+/, "").trim()).filter((line) => line !== "");
}
