import type { Access } from "../../effects/access.ts";
import type { Finding } from "../finding.ts";
import { grantedAccess } from "../granted-access.ts";
import type { Subject } from "../subject.ts";

const allowed: Readonly<Record<Access, string>> = {
  read: "Tools may read, and change nothing",
  write: "Tools may read and change things, and destroy nothing",
  full: "Tools may read, change things and destroy them",
};

const asked: Readonly<Record<"never" | "destroy" | "write", string>> = {
  never: "Nobody is asked first; with --confirm write a person is",
  destroy: "A person is asked before a call destroys; where the host cannot ask, it is refused",
  write: "A person is asked before a call changes or destroys anything; where the host cannot ask, it is refused",
};

/** What calls may do, and whom they ask, in words. */
export function* access(subject: Subject): Generator<Finding> {
  const granted = grantedAccess(subject);
  const { confirm } = subject.options.standard;
  const title = `${allowed[granted]} (access ${granted}, confirm ${confirm})`;
  if (granted === "full" && confirm === "never") {
    yield {
      level: "warning",
      title,
      detail:
        "Nobody is asked first: a model that errs, or is misled by what it reads, can destroy what nothing brings back",
      remedy: "--confirm destroy, or --access write",
    };
    return;
  }
  // A call that destroys is never asked about where none is let through.
  const effective = granted === "write" && confirm === "destroy" ? "never" : confirm;
  yield granted === "read" ? { level: "ok", title } : { level: "ok", title, detail: asked[effective] };
}
