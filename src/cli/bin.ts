#!/usr/bin/env node
// The `stele` command of the npm package: refuses a Node that is too old in one line, before it loads anything that
// such a Node cannot read.

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 12)) {
  const found = process.versions.node;
  process.stderr.write(
    `Stele needs Node 22.12 or later, and this is Node ${found}: install Node 24 (https://nodejs.org).\n`,
  );
  process.exitCode = 2;
} else {
  await import('./main.ts');
}
