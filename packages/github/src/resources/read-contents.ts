import { posix } from "node:path";
import { type CallContext, ConnectorError, type ResourceBody, textType } from "@drawbridge/core";
import { emptyRepository } from "../api/empty-repository.ts";
import type { Github } from "../api/github.ts";
import type { GithubCall } from "../api/github-call.ts";
import { type Contents, contentsAt } from "../contents/contents-at.ts";
import { largeFileFacts } from "../contents/large-file-facts.ts";
import { readBlob } from "../contents/read-blob.ts";
import { type ContentsAddress, contentsAddress } from "./contents-address.ts";
import { exactText } from "./exact-text.ts";
import { shownEntries } from "./shown-entries.ts";

/** What a host can take in one message, once encoded. */
const largest = 1024 * 1024;

/** GitHub tells no more entries of a folder. */
const mostEntries = 1000;

/** What stands at a path: a file's exact bytes, a folder's entries, or what else it is. */
export async function readContents(uri: string, context: CallContext<Github>): Promise<ResourceBody> {
  const address = contentsAddress(uri);
  const call = context.client.call(context);
  const found = await foundAt(call, address);
  if (found.type === "dir") return folder(found, address);
  if (found.type === "file") return file(call, found, address);
  const { type, sha, target, submodule_git_url: repository } = found;
  return inJson({ type, path: address.path, ...(target === undefined ? { sha, repository } : { target }) }, { type });
}

/** The top of a repository that has no commit yet is an empty folder. */
async function foundAt(call: GithubCall, { owner, repo, path, ref }: ContentsAddress): Promise<Contents> {
  try {
    return await contentsAt(call, { owner, repo }, path, ref);
  } catch (error) {
    const isEmpty = ConnectorError.is(error) && error.internal === emptyRepository && path === "";
    if (!isEmpty) throw error;
    return { type: "dir", sha: "", size: 0, entries: [] };
  }
}

function folder({ entries = [] }: Contents, address: ContentsAddress): ResourceBody {
  const facts = { entries: entries.length };
  const isCut = entries.length >= mostEntries;
  const incomplete = `GitHub tells no more than ${mostEntries} here: github_tree lists all`;
  return inJson(shownEntries(entries, address), isCut ? { ...facts, incomplete } : facts);
}

async function file(call: GithubCall, found: Contents, address: ContentsAddress): Promise<ResourceBody> {
  const { owner, repo, path, ref } = address;
  if (found.size > largest)
    throw new ConnectorError("refused", `${path} is larger than 1 MiB. Read it by pages with github_read.`);
  const { sha, bytes, target } = await readBlob(call, { owner, repo }, path, ref, found);
  const text = exactText(bytes);
  const { default: mime } = await import("mime/lite");
  const type = mime.getType(posix.extname(path));
  const link = target === undefined ? {} : { symlink_to: target };
  return text === undefined
    ? { body: bytes, mimeType: type ?? "application/octet-stream", facts: { sha, ...link } }
    : { body: text, mimeType: textType(type), facts: { sha, ...link, ...largeFileFacts(text) } };
}

function inJson(value: unknown, facts: ResourceBody["facts"]): ResourceBody {
  return { body: JSON.stringify(value, undefined, 1), mimeType: "application/json", ...(facts && { facts }) };
}
