import type { GithubCall } from "../api/github-call.ts";
import type { Category } from "./discussion.ts";

/** A category, by its slug or name. Throws `invalid_input` that names all. */
export function categoryNamed(call: GithubCall, categories: readonly Category[], wanted: string): Category {
  const found = categories.find(({ slug, name }) =>
    [slug, name].some((one) => one.toLowerCase() === wanted.toLowerCase()),
  );
  if (found !== undefined) return found;
  throw call.invalid(`There is no category ${wanted}. There are ${categories.map(({ slug }) => slug).join(", ")}.`);
}
