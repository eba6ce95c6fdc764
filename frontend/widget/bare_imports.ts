import type { Plugin } from 'vite';

/** What Vite makes of an import that is loaded later: a call of its own around one, which may name what is taken from it. */
const wrapped = /__vitePreload\((?:async )?\(\) => (?:import\(("[^"]+")\)|\{\s*const \{[^}]*\} = await import\(("[^"]+")\);\s*return \{[^}]*\};\s*\}), __VITE_PRELOAD__\)/g;

/** Leaves out Vite's code that preloads what modules loaded later need: ours need nothing but what the page has. It is a kilobyte. */
export const bareImports = (): Plugin => ({
  name: 'bare-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
  /** Leaves out the comment in place of a style that the page links. */
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') {
          file.code = file.code.replace(/^\/\* empty css +\*\//, '');
        }
      }
    },
  },
  renderChunk: (code) => code.replaceAll(wrapped, (_, plain: string | undefined, named: string | undefined) => `import(${plain ?? named})`),
});
