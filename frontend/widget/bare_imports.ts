import type { Plugin } from 'vite';

/** Leaves out Vite's code that preloads what modules loaded later need: ours need nothing but what the page has. It is a kilobyte. */
export const bareImports = (): Plugin => ({
  name: 'bare-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
});
