import { createHash } from "node:crypto";
import { posix } from "node:path";
import { ConnectorError } from "@drawbridge/core";
import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { type Contents, contentsAt } from "./contents-at.ts";

/** A file's bytes, with the name that git has for them. */
export interface Blob {
  readonly sha: string;
  readonly bytes: Buffer;
  /** Where the path is a symlink: what it says, from its own folder on. */
  readonly target?: string;
}

/** Twenty megabytes are more than any page shows, and GitHub's JSON of them is larger still. */
const largest = 20 << 20;

/** GitHub follows them itself, and tells of more than these only where something is wrong. */
const mostLinks = 8;

/**
 * The file at a path. Those above a megabyte take a second request.
 *
 * @param known what GitHub said of the path, where it was asked before
 * @param links how many symlinks led here
 */
export async function readBlob(
  call: GithubCall,
  at: RepositoryName,
  path: string,
  ref?: string,
  known?: Contents,
  links = 0,
): Promise<Blob> {
  const about = `${at.owner}/${at.repo}: ${path}${ref === undefined ? "" : ` at ${ref}`}`;
  const found = known ?? (await contentsAt(call, at, path, ref));
  assertFile(found, path);
  if (found.size > largest) throw tooLarge(path, found.size);
  const isInline = found.encoding === "base64" && (found.content !== "" || found.size === 0);
  const bytes = isInline ? Buffer.from(found.content ?? "", "base64") : await bytesOf(call, at, found.sha, about);
  const sha = nameOf(bytes);
  if (sha === found.sha && bytes.length === found.size) return { sha, bytes };
  // A symlink within the repository is told as what it leads to, under its own name in git.
  const target = (isInline ? await bytesOf(call, at, found.sha, about) : bytes).toString();
  if (isInline) return { sha, bytes, target };
  const next = posix.join(posix.dirname(path), target);
  if (links >= mostLinks) throw new ConnectorError("unavailable", `${path} leads on and on, from symlink to symlink.`);
  return { ...(await readBlob(call, at, next, ref, undefined, links + 1)), target };
}

/** The name that git has for a file's bytes. */
function nameOf(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Bytes by their name in git, which never changes its meaning. */
export async function bytesOf(call: GithubCall, at: RepositoryName, sha: string, about: string): Promise<Buffer> {
  const { content, size } = await call.request(
    "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
    { ...at, file_sha: sha },
    about,
  );
  if ((size ?? 0) > largest) throw tooLarge(about, size ?? 0);
  return Buffer.from(content, "base64");
}

function assertFile({ type, target, submodule_git_url: submodule, sha }: Contents, path: string): void {
  if (type === "dir") throw new ConnectorError("invalid_input", `${path} is a folder: list it with github_tree.`);
  if (type === "symlink") {
    throw new ConnectorError(
      "invalid_input",
      `${path} is a symlink to ${target}, which is no file of this repository at that commit.`,
    );
  }
  if (type === "submodule" || typeof submodule === "string") {
    const where = typeof submodule === "string" ? ` of ${submodule}` : "";
    throw new ConnectorError(
      "invalid_input",
      `${path} is a submodule${where} at ${sha}: read it in its own repository.`,
    );
  }
}

function tooLarge(path: string, size: number): ConnectorError {
  return new ConnectorError(
    "refused",
    `${path} has ${size} bytes, and at most ${largest} are read here. Clone the repository for it.`,
  );
}
