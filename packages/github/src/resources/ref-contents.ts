import { defineResource } from "@drawbridge/core";
import { contents } from "./contents.ts";

// What is worth showing is listed once.
const { list: _, ...shared } = contents;

/** Files and folders of a branch, a tag or a commit. */
export const refContents = defineResource({
  ...shared,
  name: "ref_contents",
  title: "File or folder of a branch",
  description:
    "As contents, at a branch, a tag or a commit. A slash in its name is written %2F: repo://acme/site/refs/fix%2Fadd/contents/src.",
  uriTemplate: "repo://{owner}/{repo}/refs/{ref}/contents{/path*}",
});
