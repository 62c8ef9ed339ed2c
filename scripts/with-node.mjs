// Runs a TypeScript file of this repository: `node scripts/with-node.mjs <file.ts> [args…]`. Uses the current Node if
// it is new enough; else a pinned one, installed once (pinned-node.mjs). Plain JavaScript for Node 20, since this file
// must run with an old Node.

import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NoPinnedNode, pinnedNode } from './pinned-node.mjs';

/**
 * Whether a version of Node runs everything here: TypeScript without a flag (22.18) and the ranges of our dependencies
 * (Astro ≥ 22.12; Vitest 22, 24 and later).
 * @param {string} version such as `24.21.0`
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

async function main() {
  const [file, ...args] = process.argv.slice(2);
  if (file === undefined) return refuse('usage: node scripts/with-node.mjs <file.ts> [args…]');
  const path = resolve(file);
  if (!existsSync(path)) return refuse(`with-node: there is no file ${path}`);
  // STELE_NODE=pinned always uses the pinned Node, as on a machine with an old Node.
  if (isNewEnough(process.versions.node) && process.env.STELE_NODE !== 'pinned') return runHere(path, args);
  try {
    runWith(await pinnedNode(), path, args);
  } catch (error) {
    if (!(error instanceof NoPinnedNode)) throw error;
    refuse(`with-node: ${error.message}`);
  }
}

/** Sets `process.argv` as if the file had been given to Node itself. */
async function runHere(path, args) {
  process.argv.splice(1, Infinity, path, ...args);
  await import(pathToFileURL(path).href);
}

/** Runs the file in a child process with the same terminal, signals and exit code. */
function runWith(node, path, args) {
  const child = spawn(node, [path, ...args], { stdio: 'inherit', env: withFirstOnPath(dirname(node)) });
  const passOn = (signal) => child.kill(signal);
  // A terminal also sends Ctrl-C and its hang-up to the child, so they are not passed on.
  const ignore = () => {};
  process.on('SIGTERM', passOn);
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, process.stdin.isTTY ? ignore : passOn);
  child.on('error', (error) => refuse(`with-node: ${node} does not start: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) return process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    // Reached if the signal does not end a process, e.g. on Windows: exits with the shell's code for the signal.
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 1000);
  });
}

/** The environment with a folder prepended to PATH, whose name may have another case (`Path` on Windows). */
function withFirstOnPath(folder) {
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const rest = process.env[name];
  return { ...process.env, STELE_NODE: '', [name]: rest === undefined ? folder : `${folder}${delimiter}${rest}` };
}

function refuse(message) {
  console.error(message);
  process.exitCode = 2;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(import.meta.url))) await main();
