// The `stele` command starts here: settings that make Node start quickly come before all other imports.

import { enableCompileCache } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { emptyLargeFolder } from './module-folder.ts';

const [command = '', ...args] = process.argv.slice(2);

// Keep compiled modules on the disk: compiling them takes most of the time of a short command. If they cannot be
// written, Node compiles them again. A build without a cache keeps nothing.
if (!(command === 'build' && args.includes('--no-cache'))) {
  const own = join(import.meta.dirname, '../..');
  // An installed package has its caches where the packages of its project have them.
  const modules = basename(dirname(own)) === 'node_modules' ? dirname(own) : join(own, 'node_modules');
  // Each start of these commands makes a few modules with new names.
  const isDrawing = command === 'build' || command === 'dev';
  const folder = join(modules, '.cache/stele', isDrawing ? 'modules-of-builds' : 'modules');
  if (isDrawing) emptyLargeFolder(folder);
  enableCompileCache(folder);
  // Threads do not inherit the setting, but read it from the environment.
  process.env['NODE_COMPILE_CACHE'] ??= folder;
}
// Node does not use the compiled code of its own modules once flags of V8 have changed. So load those first that every
// build and check uses.
if (command === 'build' || command === 'check') {
  await Promise.all([
    import('node:child_process'),
    import('node:crypto'),
    import('node:fs/promises'),
    import('node:perf_hooks'),
    import('node:vm'),
    import('node:worker_threads'),
    import('node:zlib'),
  ]);
}
// Start V8 with a larger young generation: most objects live until the command ends, and V8 would copy them several
// times.
setFlagsFromString('--semi-space-growth-factor=8');
// Optimize code later, and inline less: V8 spent a sixth of the time of a build on optimizing, since each thread
// optimizes its own code and ends soon (decision 0040).
setFlagsFromString('--invocation-count-for-turbofan=30000');
setFlagsFromString('--max-inlined-bytecode-size-cumulative=400');
// A check runs the code of each grammar for a moment: optimizing it would take two thirds of the time of the check.
// Code that runs very long is still optimized.
if (command === 'check') setFlagsFromString('--wasm-tiering-budget=2000000000');

/** Reports that Stele's own code could not be loaded. Its messages for errors of the disk are then missing too. */
const explainLoading = (error: NodeJS.ErrnoException): never => {
  if (error.errno === undefined && error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write(
    `Stele's own files cannot be read: ${error.message}.\n` +
      '→ Run the command again. If it fails again, install Stele again: `npm ci` in its folder.\n',
  );
  return process.exit(2);
};

const { runCommand } = await import('./run-command.ts').catch(explainLoading);

let isEnding = false;
/** Ends the process with an exit code of Stele's own. */
function end(code: number): never {
  isEnding = true;
  process.exit(code);
}

// Code of the site runs in this process: it may end it, or wait for ever, so that nothing is left to do.
process.on('exit', () => {
  if (isEnding) return;
  process.stderr.write(
    'The command ended before it was complete: code of the site has ended the process, or waits for something that ' +
      'never happens.\n' +
      '→ Look for `process.exit` and `await` in components, their Markdown forms and the code in bodies.\n',
  );
  process.exitCode = 2;
});

// End the process: timers that Astro leaves behind would keep it running for seconds.
end(await runCommand(process.argv.slice(2), end));
