// Loaded into a command before all else (`node --import`): lets one call to the file system fail, or counts them all.
// Wraps what `node:fs` gives (callbacks, functions that wait, promises, FileHandle; streams are built on these), in
// threads too. What native code reads by itself does not pass here.
//
// The environment's STELE_FAULTS is the JSON of a `FaultPlan` (run-with-fault.ts).

import fs, { appendFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getEnvironmentData, setEnvironmentData, isMainThread } from 'node:worker_threads';

const { folders, start, fault, log, world = {} } = JSON.parse(process.env['STELE_FAULTS']);
const append = appendFileSync;
const write = writeFileSync;

/** Calls that change the disk. The operation `change` of a fault means all of them, and `fill` those that need space. */
const filling = ['appendFile', 'copyFile', 'link', 'mkdir', 'mkdtemp', 'symlink', 'write', 'writeFile', 'writev'];
const groups = {
  fill: new Set(filling),
  change: new Set([...filling, 'rename', 'rm', 'rmdir', 'truncate', 'unlink', 'utimes']),
};

if (world.clock !== undefined) {
  const now = Date.now;
  Date.now = () => now() + world.clock;
}

/** A time in milliseconds as a slow clock shows it. */
function slowDown(time) {
  const { from, slowness } = world.coarse;
  return time < from ? time - 10_000 : from + (time - from) / slowness;
}

if (world.coarse !== undefined) {
  const now = Date.now;
  Date.now = () => Math.floor(slowDown(now()));
}

/** Rounds the times of a file down, as file systems with coarse times do. */
function coarsen(stats) {
  if (typeof stats?.mtimeNs !== 'bigint') return stats;
  const { step } = world.coarse;
  for (const name of ['mtime', 'ctime']) {
    const time = Math.floor(slowDown(Number(stats[`${name}Ns`]) / 1e6) / step) * step;
    stats[`${name}Ms`] = BigInt(time);
    stats[`${name}Ns`] = BigInt(time) * 1_000_000n;
  }
  return stats;
}

/** Calls of the wanted kind so far, in all threads. */
const shared = isMainThread ? new SharedArrayBuffer(8) : getEnvironmentData('stele.faults');
if (isMainThread) setEnvironmentData('stele.faults', shared);
const counter = new Int32Array(shared);

const counts = new Map();
/** The folder class of what a descriptor or a handle was opened on. */
const classOfDescriptor = new Map();
const classOfHandle = new WeakMap();

function classOf(path) {
  let text = path;
  if (text instanceof URL) text = text.protocol === 'file:' ? fileURLToPath(text) : '';
  else if (Buffer.isBuffer(text)) text = text.toString();
  if (typeof text !== 'string' || text === '') return undefined;
  const full = resolve(text);
  // Node reads the file that starts the command before any of the command's code runs.
  if (full === start) return undefined;
  for (const [name, prefixes] of Object.entries(folders)) {
    for (const prefix of prefixes) {
      // A prefix that ends with `*` takes names that begin so.
      const found = prefix.endsWith('*')
        ? full.startsWith(prefix.slice(0, -1))
        : full === prefix || full.startsWith(prefix + sep);
      if (found) return name;
    }
  }
  return undefined;
}

/** Counts a call; gives the error that it is to fail with, if it is the one. */
function meet(folderClass, operation, path) {
  if (folderClass === undefined) return undefined;
  const kind = `${folderClass} ${operation}`;
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const inGroups = Object.keys(groups).filter((group) => groups[group].has(operation));
  for (const group of inGroups) {
    if (['output', 'cache'].includes(folderClass)) counts.set(`any ${group}`, (counts.get(`any ${group}`) ?? 0) + 1);
  }
  if (fault === undefined || ![operation, ...inGroups].includes(fault.operation)) return undefined;
  if (fault.folder !== folderClass && !(fault.folder === 'any' && ['output', 'cache'].includes(folderClass)))
    return undefined;
  const call = Atomics.add(counter, 0, 1) + 1;
  if (fault.isLasting ? call < fault.call : call !== fault.call) return undefined;
  append(log, `failed ${kind} ${fault.code} ${path} ${new Error().stack.split('\n').slice(3, 8).join(' <- ')}\n`);
  if (['SIGINT', 'SIGTERM', 'SIGKILL'].includes(fault.code)) {
    process.kill(process.pid, fault.code);
    return undefined;
  }
  if (fault.code === 'EDIT') {
    write(world.edit.file, world.edit.text);
    return undefined;
  }
  if (fault.code === 'SHORT') return 'short';
  return systemError(fault.code, operation, path);
}

/** The system names no file where it is given a descriptor. */
function systemError(code, syscall, path) {
  const [number, words] = errors[code];
  const error = new Error(`${code}: ${words}, ${syscall}${path === undefined ? '' : ` '${path}'`}`);
  return Object.assign(error, { errno: -number, code, syscall }, path === undefined ? {} : { path: String(path) });
}

const errors = {
  EACCES: [13, 'permission denied'],
  ENOSPC: [28, 'no space left on device'],
  EMFILE: [24, 'too many open files'],
  EIO: [5, 'i/o error'],
  EROFS: [30, 'read-only file system'],
  EBUSY: [16, 'resource busy or locked'],
};

const byPath = [
  'access',
  'appendFile',
  'chmod',
  'chown',
  'lstat',
  'mkdir',
  'mkdtemp',
  'open',
  'opendir',
  'readdir',
  'readFile',
  'readlink',
  'realpath',
  'rm',
  'rmdir',
  'stat',
  'statfs',
  'truncate',
  'unlink',
  'utimes',
  'writeFile',
  'exists',
  'watch',
];
const byTwoPaths = ['copyFile', 'cp', 'link', 'rename', 'symlink'];
const byDescriptor = [
  'close',
  'fchmod',
  'fstat',
  'fsync',
  'fdatasync',
  'ftruncate',
  'read',
  'readv',
  'write',
  'writev',
];

function targetOf(name, args) {
  if (byDescriptor.includes(name)) return [classOfDescriptor.get(args[0]), undefined];
  if (typeof args[0] === 'number') return [classOfDescriptor.get(args[0]), undefined];
  if (byTwoPaths.includes(name)) return classOf(args[1]) ? [classOf(args[1]), args[1]] : [classOf(args[0]), args[0]];
  return [classOf(args[0]), args[0]];
}

/** Halves the length of `read(fd, buffer, offset, length, …)` and `write` of bytes. */
function shorten(args) {
  const [descriptor, buffer, ...rest] = args;
  if (!ArrayBuffer.isView(buffer)) return args;
  if (typeof rest[0] === 'object' && rest[0] !== null)
    return [
      descriptor,
      buffer,
      { ...rest[0], length: Math.ceil((rest[0].length ?? buffer.byteLength) / 2) },
      ...rest.slice(1),
    ];
  const [offset = 0, length = buffer.byteLength - offset, ...more] = rest;
  return [descriptor, buffer, offset, Math.max(1, Math.ceil(length / 2)), ...more];
}

for (const name of [...byPath, ...byTwoPaths, ...byDescriptor]) {
  wrapSync(name);
  wrapCallback(name);
  wrapPromise(name);
}

function wrapSync(name) {
  const original = fs[`${name}Sync`];
  if (!original) return;
  const wrapped = (...args) => {
    const [folderClass, path] = targetOf(name, args);
    const failure = meet(folderClass, name, path);
    if (failure === 'short') return original.apply(fs, shorten(args));
    if (failure && name === 'exists') return false;
    // A descriptor is closed also where closing it reports an error.
    if (failure && name === 'close') original.apply(fs, args);
    if (failure) throw failure;
    const result = original.apply(fs, args);
    if (name === 'open' && folderClass) classOfDescriptor.set(result, folderClass);
    if (name === 'close') classOfDescriptor.delete(args[0]);
    return name === 'lstat' && world.coarse ? coarsen(result) : result;
  };
  fs[`${name}Sync`] = Object.assign(wrapped, original);
  if (original.native) fs[`${name}Sync`].native = original.native;
}

function wrapCallback(name) {
  const original = fs[name];
  if (!original || name === 'watch') return;
  const wrapped = (...args) => {
    const [folderClass, path] = targetOf(name, args);
    const failure = meet(folderClass, name, path);
    const done = args.at(-1);
    if (failure === 'short') return original.apply(fs, shorten(args));
    if (failure && typeof done === 'function') {
      if (name === 'close') original.apply(fs, [args[0], () => {}]);
      return void process.nextTick(done, name === 'exists' ? false : failure);
    }
    if (name === 'open' && folderClass) {
      args[args.length - 1] = (error, descriptor) => {
        if (!error) classOfDescriptor.set(descriptor, folderClass);
        done(error, descriptor);
      };
    }
    if (name === 'close') classOfDescriptor.delete(args[0]);
    return original.apply(fs, args);
  };
  fs[name] = Object.assign(wrapped, original);
  for (const symbol of Object.getOwnPropertySymbols(original)) fs[name][symbol] = original[symbol];
}

function wrapPromise(name) {
  const original = fs.promises[name];
  if (!original || name === 'watch') return;
  fs.promises[name] = async (...args) => {
    const handleClass = typeof args[0] === 'object' && args[0] !== null ? classOfHandle.get(args[0]) : undefined;
    const [folderClass, path] = handleClass ? [handleClass, undefined] : targetOf(name, args);
    const failure = meet(folderClass, name, path);
    if (failure) throw failure;
    const result = await original.apply(fs.promises, args);
    if (name === 'open' && folderClass) adoptHandle(result, folderClass);
    return result;
  };
}

let prototype;

/** Notes what a handle was opened on; wraps the methods of all handles when the first one is seen. */
function adoptHandle(handle, folderClass) {
  classOfHandle.set(handle, folderClass);
  if (prototype) return;
  prototype = Object.getPrototypeOf(handle);
  for (const name of [
    'appendFile',
    'chmod',
    'close',
    'datasync',
    'read',
    'readFile',
    'readv',
    'stat',
    'sync',
    'truncate',
    'write',
    'writeFile',
    'writev',
  ]) {
    const original = prototype[name];
    if (!original) continue;
    prototype[name] = async function (...args) {
      const failure = meet(classOfHandle.get(this), name, undefined);
      if (failure === 'short') return original.apply(this, shorten([0, ...args]).slice(1));
      if (failure && name === 'close') await original.apply(this, args);
      if (failure) throw failure;
      return original.apply(this, args);
    };
  }
}

syncBuiltinESMExports();

process.on('exit', () => {
  append(log, [...counts].map(([kind, count]) => `count ${kind} ${count}\n`).join(''));
});
