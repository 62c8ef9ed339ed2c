// A small site for tests of builds after builds: a font, pages with a link, and a page with code.

/** Texts by path from the project folder. */
export const doorsSite: Readonly<Record<string, string>> = {
  'content/site.yaml': 'title: Doors\nlanguages: [js]\nfonts:\n  text: { name: Own, file: fonts/a.woff2 }\n',
  'content/fonts/a.woff2': 'a',
  'content/fonts/b.woff2': 'b',
  'content/guides/open.mdx': '# Open\n\nPush. [Close](/guides/close)\n',
  'content/guides/close.mdx': '# Close\n\nPull.\n',
  'content/reference/door.mdx': '# Door\n\n```js\nopen();\n```\n',
};
