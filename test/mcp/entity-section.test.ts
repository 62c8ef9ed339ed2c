// The part of a page about one entity, when its samples contain fences.

import { expect, test } from 'vitest';
import { cutEntity } from '../../src/mcp/entity-section.ts';
import { codeFence } from '../../src/outputs/markdown/inline.ts';

test('fences inside code do not end the code', () => {
  const code = 'before\n```md\n## Inside\n    ```\n```\n## Also inside';
  const section = `## \`open()\`\n\n${codeFence(code, 'md')}\n\nEnd.`;
  expect(cutEntity(`# Page\n\n${section}\n\n## \`close()\`\n`, 'open()')).toBe(section);
});

test('the fence of code is longer than all marks in it, at any indentation', () => {
  expect(codeFence('      ````', 'md')).toBe('`````md\n      ````\n`````');
});
