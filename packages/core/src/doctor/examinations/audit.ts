import { accessSync, constants, existsSync } from "node:fs";
import { dirname } from "node:path";
import { lockHolder } from "../../audit/lock-holder.ts";
import { verifyAudit } from "../../audit/verify-audit.ts";
import type { Finding } from "../finding.ts";
import { grantedAccess } from "../granted-access.ts";
import type { Subject } from "../subject.ts";

/** Whether calls are recorded, whether they can be, and whether the record is whole. Leaves no trace in it. */
export async function* audit(subject: Subject): AsyncGenerator<Finding> {
  const { auditLog: file } = subject.options.standard;
  if (file === undefined) {
    if (grantedAccess(subject) !== "read") yield unrecorded;
    return;
  }
  const unwritable = [dirname(file), file, `${file}.head`].filter((path) => isUnwritable(path, path === dirname(file)));
  for (const path of unwritable) yield noWriting(file, path);
  const holder = lockHolder(file);
  if (holder !== undefined) yield held(file, holder);
  // Where only the head is left, the lines that it knows of are gone.
  if (existsSync(file) || existsSync(`${file}.head`)) yield await chain(file);
  else if (unwritable.length === 0)
    yield { level: "ok", title: `The audit log ${file} is not there yet, and can be begun` };
}

const unrecorded: Finding = {
  level: "note",
  title: "What calls change is recorded nowhere but in the log on stderr",
  remedy: "--audit-log <file>",
};

function isUnwritable(path: string, mustExist: boolean): boolean {
  if (!mustExist && !existsSync(path)) return false;
  try {
    accessSync(path, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

function noWriting(file: string, path: string): Finding {
  const isThere = existsSync(path);
  return {
    level: "problem",
    title: `The audit log ${file} cannot be written: ${path} ${isThere ? "may not be written to by this user" : "does not exist"}`,
    detail: "The server does not start so",
    remedy: isThere
      ? `chmod u+w ${JSON.stringify(path)}, or another --audit-log <file>`
      : `mkdir -p ${JSON.stringify(path)}, or another --audit-log <file>`,
  };
}

function held(file: string, holder: number | "unknown"): Finding {
  if (holder === "unknown") {
    return {
      level: "problem",
      title: `The lock ${file}.lock names no process: no server starts on the audit log ${file}`,
      remedy: `rm ${JSON.stringify(`${file}.lock`)}, when you know that no server writes to it`,
    };
  }
  return {
    level: "warning",
    title: `Process ${holder} writes to the audit log ${file}: a second server on it does not start`,
    remedy:
      "Give each server a file of its own with --audit-log <file>; all is well if that is the server you ask about",
  };
}

async function chain(file: string): Promise<Finding> {
  const { lines, broken, head } = await verifyAudit(file);
  const remedy = `Keep the file as evidence, and begin another with --audit-log <file>`;
  if (broken !== undefined) {
    const title = `The audit log is broken at ${broken.file}, line ${broken.line}: ${broken.problem}`;
    return { level: "problem", title, detail: `${lines} lines before it hold`, remedy };
  }
  if (head === "lines are missing at the end") {
    return { level: "problem", title: `Lines were cut from the end of the audit log ${file}`, remedy };
  }
  const title = `The audit log ${file} is whole: ${lines} lines`;
  // What was begun and never written to has no head yet.
  if (head === "agrees" || lines === 0) return { level: "ok", title };
  return { level: "note", title, detail: `${file}.head is not there, so that lines cut from the end would go unseen` };
}
