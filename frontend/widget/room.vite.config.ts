import { join } from 'node:path';
import { defineConfig } from 'vite';
import { precompress } from '../build/precompress';
import { bareImports } from './bare_imports';
import { pagesByLanguage, wordsIn } from './pages_by_language';

/** The page of a room. It is built by itself, beside the widget: it shares too little with the booking page to wait for all of that. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/book/',
  plugins: [bareImports(), pagesByLanguage(['room']), precompress()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  html: { cspNonce: 'NONCE_OF_THE_ANSWER' },
  build: {
    outDir: '../dist/book',
    emptyOutDir: false,
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'room.html'),
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames({ facadeModuleId }) {
          const words = wordsIn(facadeModuleId);
          return `assets/${words ? `${words.part}.${words.language}` : '[name]'}-[hash].js`;
        },
      },
    },
  },
});
