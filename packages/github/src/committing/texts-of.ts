import type { GithubCall, RepositoryName } from "../api/github-call.ts";
import { decodeText } from "../contents/decode-text.ts";
import { bytesOf } from "../contents/read-blob.ts";
import type { TreeEntry } from "../contents/tree-entry.ts";

/** Fewer than this are read one by one, which the cache knows of. */
const fewEnough = 3;

/** GitHub's GraphQL tells no text longer than this. */
const longestText = 500_000;

/** The texts of several files, the most of them by one request. */
export async function textsOf(
  call: GithubCall,
  at: RepositoryName,
  entries: readonly TreeEntry[],
): Promise<Map<string, string>> {
  const together = entries.filter(({ size = 0 }) => entries.length > fewEnough && size < longestText);
  const texts = together.length === 0 ? new Map<string, string>() : await askTogether(call, at, together);
  const left = entries.filter(({ path }) => !texts.has(path));
  const read = left.map(async ({ path, sha }) => {
    const { text, encoding } = decodeText(await bytesOf(call, at, sha, `${at.owner}/${at.repo}: ${path}`), path);
    if (encoding !== undefined)
      throw call.invalid(`${path} is not UTF-8 (${encoding}): give its whole content, as base64.`);
    texts.set(path, text);
  });
  await Promise.all(read);
  return texts;
}

interface TextOf {
  readonly text: string | null;
  readonly isTruncated: boolean;
  readonly byteSize: number;
}

async function askTogether(
  call: GithubCall,
  at: RepositoryName,
  entries: readonly TreeEntry[],
): Promise<Map<string, string>> {
  const wanted = entries.map(
    (_, index) => `f${index}: object(oid: $o${index}) { ... on Blob { text isTruncated byteSize } }`,
  );
  const declared = entries.map((_, index) => `$o${index}: GitObjectID!`);
  const query = `query Texts($owner: String!, $repo: String!, ${declared.join(", ")}) {
    repository(owner: $owner, name: $repo) { nameWithOwner ${wanted.join(" ")} }
  }`;
  const oids = Object.fromEntries(entries.map(({ sha }, index) => [`o${index}`, sha]));
  const { repository } = (await call.graphql(query, { ...at, ...oids }, at)) as {
    repository: Readonly<Record<`f${number}`, TextOf | null>>;
  };
  const told = entries.flatMap(({ path }, index) => {
    const blob = repository[`f${index}`];
    // What is not UTF-8 GitHub puts into other bytes, and what it cuts is not the file.
    const isWhole = blob?.text != null && !blob.isTruncated && Buffer.byteLength(blob.text) === blob.byteSize;
    return isWhole ? [[path, blob.text as string] as const] : [];
  });
  return new Map(told);
}
