import * as z from "zod";

const name = /^(?!\.{1,2}$)[\w.-]{1,100}$/;

// git-check-ref-format, and no name that is a ref already.
const branch = /^(?!refs\/|[/.-]|.*(?:\.\.|\/\/|\/\.|@\{|\.lock$|\.lock\/|[/.]$))[^\s~^:?*[\\\u0000-\u001f\u007f]+$/;

const instant = z.iso.datetime({ offset: true });

/**
 * Inputs that several tools share; their names are GitHub's own. What a model knows by their names is not described, and
 * what it could not heed is checked and not told: each word would stand in the list of tools many times.
 */
export const fields = {
  owner: z.string().refine((value) => name.test(value), "is not the name of an owner"),
  repo: z.string().refine((value) => name.test(value), "is not the name of a repository"),
  ref: z.string().min(1).max(255).describe("A branch, a tag or a commit's sha; without it the default branch"),
  path: z.string().max(4096).describe("From the top of the repository"),
  branch: z
    .string()
    .min(1)
    .max(244)
    .refine((value) => branch.test(value), "is not a branch's name")
    .describe("Its name, without refs/heads/"),
  sha: z.string().regex(/^[0-9a-f]{40}$/, "is not a whole sha"),
  id: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** GitHub takes no more in one text. */
  body: z.string().max(65_536).describe("Markdown"),
  // Numbers are of 32 bits in GraphQL.
  number: z.int().refine((value) => value > 0 && value < 2 ** 31, "is no number of GitHub's"),
  limit: z.int().min(1).max(100).default(30).describe("Items in one answer"),
  line: z.int().min(1),
  filename: z.string().min(1).max(255),
  gist: z.string().regex(/^[\da-f]{1,64}$/, "is no gist's id"),
  time: z
    .string()
    .refine((value) => instant.safeParse(value).success, "is no time: write it as 2026-01-31T12:00:00Z")
    .meta({ format: "date-time" }),
  direction: z.enum(["asc", "desc"]),
  login: z.string().min(1).max(100),
};
