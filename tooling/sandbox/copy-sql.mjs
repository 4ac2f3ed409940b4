// What the compiler leaves out: programs and SQL that are read by path.
import { cpSync } from "node:fs";

cpSync("src/postgres", "dist/postgres", { recursive: true, filter: (path) => !path.endsWith(".ts") });
