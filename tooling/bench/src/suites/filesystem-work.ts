import { checkCount } from "../checks/check-count.ts";
import { checkEdited } from "../checks/check-edited.ts";
import { checkHits } from "../checks/check-hits.ts";
import { checkSome } from "../checks/check-some.ts";
import { checkText } from "../checks/check-text.ts";
import type { Work } from "../measures/work.ts";
import type { FilesystemTask } from "../peers/filesystem-task.ts";
import type { FilesystemSamples } from "../samples/filesystem-samples.ts";

/** The work of the filesystem suite, each piece checked against the samples. */
export function filesystemWork({ small, large, edited, wide, deep, searched }: FilesystemSamples) {
  const work = (task: FilesystemTask, check: Work["check"]): Work => ({ task, check });
  return {
    readSmall: work("read small", (pages) => checkText(pages, small.text)),
    readLarge: work("read large", (pages) => checkText(pages, large.text)),
    editLarge: work("edit large", (answers) => checkEdited(answers, edited.lines)),
    listFirstPage: work("list first page", (names) => checkSome(names, wide.entries.length)),
    listAll: work("list all", (names) => checkCount(names, wide.entries.length)),
    listNames: work("list names", (names) => checkCount(names, wide.entries.length)),
    listTree: work("list tree", (paths) => checkCount(paths, deep.entries)),
    findFirstPage: work("find first page", (paths) => checkSome(paths, deep.matches)),
    grep: work("grep", (texts) => checkHits(texts, searched)),
    findAll: work("find all", (paths) => checkCount(paths, deep.matches)),
  };
}
