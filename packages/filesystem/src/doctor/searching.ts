import { ConnectorError, type Finding } from "@drawbridge/core";
import { ripgrepPath } from "../searching/ripgrep-path.ts";

/** Whether `fs_grep` has the program that it searches with. */
export async function searching(load?: Parameters<typeof ripgrepPath>[0]): Promise<Finding> {
  try {
    return { level: "ok", title: "ripgrep is there for fs_grep", detail: await ripgrepPath(load) };
  } catch (error) {
    if (!ConnectorError.is(error)) throw error;
    const remedy = "npm install --include=optional, or keep fs_grep from being listed: --tools '!fs_grep'";
    return { level: "warning", title: "fs_grep finds no ripgrep", detail: error.message, remedy };
  }
}
