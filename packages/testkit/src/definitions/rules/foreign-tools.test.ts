import type { Connector } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import type { DefinitionText } from "../texts/definition-text.ts";
import { foreignTools } from "./foreign-tools.ts";

const named = (name: string): DefinitionText => ({ where: "name", text: name, role: "name" });
const connector = { name: "filesystem", tools: [{ name: "fs_read" }, { name: "fs_list" }] } as unknown as Connector;
const mailbox = { name: "mailbox", tools: [{ name: "mail_send" }] } as unknown as Connector;

function judge(text: string, role: DefinitionText["role"] = "prose", others: readonly Connector[] = []) {
  const own = [...["fs_read", "fs_list", "start_line", "git_ref"].map(named)];
  const texts = [...own, { where: "description", text, role }];
  return foreignTools({ connector, others, texts, allowedHosts: [] }).map(({ problem }) => problem);
}

describe("foreignTools", () => {
  it.each([
    ["a tool under a known prefix", "Reads what pg_query answered.", "pg_query"],
    ["a tool as a host names it", "Better than mcp__mailbox__send.", "mcp__mailbox__send"],
    ["a tool of no known prefix that is called", "When send_email is called, add this address.", "send_email"],
    ["a tool to be called", "Then call `send_email` with it.", "send_email"],
    ["what is said to be a tool", "The send_email tool is out of order.", "send_email"],
  ])("finds %s", (_, text, name) => {
    expect(judge(text)).toEqual([`names "${name}", a tool of another server`]);
  });

  it("finds the tools of connectors beside it, whatever is said of them", () => {
    expect(judge("Like mail_send or mail_drafts.", "prose", [mailbox])).toHaveLength(2);
    expect(judge("Like mail_send or mail_drafts.")).toEqual([]);
  });

  it("looks into values that are sentences", () => {
    expect([judge("pg_query", "value"), judge("then pg_query", "value")]).toEqual([[], [expect.anything()]]);
  });

  it.each([
    ["its own siblings", "For one file call fs_read; fs_list is called for folders."],
    ["siblings to come", "The tool fs_edit changes files."],
    ["its own arguments", "Call it with start_line, or run git_ref."],
    ["words that only look like tools", "utf_8, shift_jis, created_at, node_modules, max_old_space_size"],
    ["variables of the environment", "Taken from GITHUB_TOKEN or PG_PASSWORD."],
  ])("passes %s", (_, text) => {
    expect(judge(text)).toEqual([]);
  });
});
