// Runs a TypeScript file of this repository with a Node that can: `node scripts/with-node.mjs <file.ts> [args…]`.
// The Node at hand where it is new enough, at no cost; else a pinned one, installed once (pinned-node.mjs).
// Plain JavaScript for Node 20, since this is the one file that must run before there is a good Node.

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
  // STELE_NODE=pinned takes the pinned Node in any case: to see what a machine with an old Node sees.
  if (isNewEnough(process.versions.node) && process.env.STELE_NODE !== 'pinned') return runHere(path, args);
  try {
    runWith(await pinnedNode(), path, args);
  } catch (error) {
    if (!(error instanceof NoPinnedNode)) throw error;
    refuse(`with-node: ${error.message}`);
  }
}

/** The file sees `process.argv` as if it had been given to Node itself. */
async function runHere(path, args) {
  process.argv.splice(1, Infinity, path, ...args);
  await import(pathToFileURL(path).href);
}

/** Runs the file in a child that stands in for this process: same terminal, same signals, same end. */
function runWith(node, path, args) {
  const child = spawn(node, [path, ...args], { stdio: 'inherit', env: withFirstOnPath(dirname(node)) });
  const passOn = (signal) => child.kill(signal);
  // A terminal sends Ctrl-C and its hang-up to the child itself: passed on, they would count twice.
  const ignore = () => {};
  process.on('SIGTERM', passOn);
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, process.stdin.isTTY ? ignore : passOn);
  child.on('error', (error) => refuse(`with-node: ${node} does not start: ${error.message}`));
  child.on('exit', (code, signal) => {
    if (signal === null) return process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    // Reached where the signal does not end a process, e.g. on Windows: the shell's code for it.
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 1000);
  });
}

/** The environment with a folder in front of PATH, whatever the case of its name (`Path` on Windows). */
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
