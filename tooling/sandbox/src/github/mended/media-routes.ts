import type { Answer, Ask, Routes } from "../front/exchange.ts";
import type { Stand } from "../stand.ts";
import type { ComparedFile } from "./pull-routes.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** Bytes up to which GitHub puts a file's content into JSON. */
const mostInline = 1_000_000;

/** Forms of answers that are asked for by media type, and the size from which a file is not in one. */
export function mediaRoutes(stand: Stand): Routes {
  const plain = (ask: Ask) => stand.emulator({ ...ask, headers: {} });
  const contents = async (ask: Ask): Promise<Answer> => {
    const answer = await stand.emulator(ask);
    if (Array.isArray(answer.body) && /vnd\.github\.(v3\.)?object/.test(ask.headers.accept ?? ""))
      return { ...answer, body: folder(stand, ask, answer.body as Entry[]) };
    const file = answer.body as { size?: number; type?: string } | undefined;
    if (answer.status !== 200 || file?.type !== "file" || (file.size ?? 0) <= mostInline) return answer;
    return { ...answer, body: { ...file, content: "", encoding: "none" } };
  };
  return {
    "GET /repos/{owner}/{repo}/commits/{sha}": async (ask) => {
      const accept = ask.headers.accept ?? "";
      if (!/vnd\.github\.(v3\.)?(diff|patch|sha)/.test(accept)) return undefined;
      const answer = await plain(ask);
      if (answer.status !== 200) return answer;
      const { sha, files } = answer.body as { sha: string; files: ComparedFile[] };
      if (!accept.includes("sha")) return unifiedDiff(files);
      return { status: 200, headers: { "content-type": "application/vnd.github.sha; charset=utf-8" }, body: sha };
    },
    "GET /repos/{owner}/{repo}/git/blobs/{sha}": async (ask) => {
      if (!/vnd\.github\.(v3\.)?raw/.test(ask.headers.accept ?? "")) return undefined;
      const answer = await plain(ask);
      if (answer.status !== 200) return answer;
      const body = Buffer.from((answer.body as { content: string }).content, "base64");
      return { status: 200, headers: { "content-type": "application/vnd.github.raw; charset=utf-8" }, body };
    },
    "GET /repos/{owner}/{repo}/contents": contents,
    "GET /repos/{owner}/{repo}/contents/{path}": contents,
  };
}

interface Entry {
  readonly path: string;
}

/** A folder as one object, with what is in it as its entries. */
function folder({ url }: Stand, { path, query }: Ask, entries: readonly Entry[]): object {
  const [, at = "", below = ""] = /^(\/repos\/[^/]+\/[^/]+)\/contents\/?(.*)$/.exec(path) ?? [];
  const own = decodeURIComponent(below);
  const self = `${url}${path}?ref=${query.get("ref") ?? "main"}`;
  const [git, html] = [`${url}${at}/git/trees/${"0".repeat(40)}`, `${url}${at.replace("/repos", "")}/tree/main/${own}`];
  const names = { name: own.slice(own.lastIndexOf("/") + 1), path: own, sha: "0".repeat(40) };
  const addresses = { url: self, git_url: git, html_url: html, download_url: null, _links: { self, git, html } };
  return { type: "dir", size: 0, ...names, ...addresses, entries };
}
