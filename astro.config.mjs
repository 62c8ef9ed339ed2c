import { defineConfig } from 'astro/config';
import { stele } from './src/index.ts';

// The site. What readers see comes from `content/`; other integrations and Astro's own options go here.
export default defineConfig({
  integrations: [stele({ content: 'content' })],
});
