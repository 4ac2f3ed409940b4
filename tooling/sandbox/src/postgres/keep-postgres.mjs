// Run as: node keep-postgres.mjs <folder> <postgres> [argument …]. Runs PostgreSQL until its own standard input ends, as it
// does when the process that began it is gone however it went; then deletes the folder. So no server is left behind.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const [folder, program, ...programArguments] = process.argv.slice(2);
const ids = process.env.POSTGRES_UID
  ? { uid: Number(process.env.POSTGRES_UID), gid: Number(process.env.POSTGRES_GID) }
  : {};
const server = spawn(program, programArguments, { ...ids, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });

let said = "";
let isReady = false;
server.stderr.on("data", (data) => {
  if (isReady) return;
  said += data;
  if (!/ready to accept (read-only )?connections/.test(said)) return;
  isReady = true;
  process.stdout.write("ready\n");
});
server.on("error", (error) => {
  said += String(error);
  end(1);
});
server.on("exit", (code) => end(code ?? 0));
process.stdin.on("end", stop).on("error", stop).resume();
process.on("SIGTERM", stop).on("SIGINT", stop);

function stop() {
  // Immediate shutdown: nothing of it is needed afterwards.
  if (server.exitCode === null) server.kill("SIGQUIT");
}

function end(code) {
  if (!isReady) process.stderr.write(said);
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}
