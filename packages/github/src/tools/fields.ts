import * as z from "zod";

/** Inputs that several tools share; their names are GitHub's own. */
export const fields = {
  owner: z
    .string()
    .regex(/^(?!\.{1,2}$)[\w.-]{1,100}$/, "is not the name of an owner")
    .describe("A person or an organisation"),
  repo: z
    .string()
    .regex(/^(?!\.{1,2}$)[\w.-]{1,100}$/, "is not the name of a repository")
    .describe("The repository's name, without its owner"),
  ref: z.string().min(1).max(255).describe("A branch, a tag or a commit's sha; without it the default branch"),
  path: z.string().max(4096).describe("From the top of the repository"),
  branch: z
    .string()
    .min(1)
    .max(244)
    // git-check-ref-format, and no name that is a ref already.
    .regex(
      /^(?!refs\/|[/.-]|.*(?:\.\.|\/\/|\/\.|@\{|\.lock$|\.lock\/|[/.]$))[^\s~^:?*[\\\u0000-\u001f\u007f]+$/,
      "is not a branch's name",
    )
    .describe("Its name, without refs/heads/"),
  sha: z
    .string()
    .regex(/^[0-9a-f]{40}$/, "is not a whole sha")
    .describe("40 hexadecimal digits"),
  id: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** GitHub takes no more in one text. */
  body: z.string().max(65_536).describe("Markdown"),
  number: z.int().min(1).max(2_147_483_647),
};
