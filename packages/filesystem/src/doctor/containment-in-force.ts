import { chooseContainment, type Finding, UsageError } from "@drawbridge/core";

/** How files are kept inside their roots here, or why nothing is served. */
export function containmentInForce(): Finding {
  try {
    const { mechanism, guarantee } = chooseContainment();
    return { level: "ok", title: `Containment: ${mechanism}`, detail: guarantee };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const remedy = "mount -t proc proc /proc, on Linux; elsewhere, run it on Linux, macOS or Windows";
    return { level: "problem", title: error.message, remedy };
  }
}
