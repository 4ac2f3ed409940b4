import { posix } from "node:path";

const repository = "https://github.com/drawbridge-mcp/drawbridge/blob/main";

/**
 * A document of the repository with its links as the site has them: to the page where there is one, to the repository
 * where there is none. Pictures of `docs/images` lie at the top of the site.
 *
 * @param from where the document lies in the repository
 * @param pages what lies where, as `repositoryPages` tells it
 */
export function linked(markdown: string, from: string, pages: ReadonlyMap<string, string>): string {
  return outsideFences(markdown, (text) =>
    text
      .replace(
        /(!?)\[((?:[^[\]]|\[[^[\]]*\])*)\]\(([^()\s]+)\)/g,
        (whole, mark: string, label: string, target: string) => {
          if (/^[a-z]+:|^#/.test(target)) return whole;
          return `${mark}[${label}](${siteTarget(target, from, pages)})`;
        },
      )
      .replace(/<!--.*?-->/gs, ""),
  );
}

function siteTarget(target: string, from: string, pages: ReadonlyMap<string, string>): string {
  const [path = "", fragment] = target.split("#");
  const meant = posix.normalize(posix.join(posix.dirname(from), path)).replace(/\/$/, "");
  const page = pages.get(meant) ?? pages.get(`${meant}/README.md`);
  if (page !== undefined) return `/${page}${fragment === undefined ? "" : `#${fragment}`}`;
  if (meant.startsWith("docs/images/")) return `/${meant.slice("docs/images/".length)}`;
  return `${repository}/${meant}${fragment === undefined ? "" : `#${fragment}`}`;
}

/** Changes what is no code. */
function outsideFences(markdown: string, change: (text: string) => string): string {
  return markdown
    .split(/^(```.*?^```$)/gms)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join("");
}
