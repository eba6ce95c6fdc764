import { join } from 'node:path';
import { defineConfig } from 'vite';
import { precompress } from '../build/precompress';
import { bareImports } from './bare_imports';
import { embedScript } from './embed_script';
import { pagesByLanguage, wordsIn } from './pages_by_language';
import { preloadSalon } from './preload_salon';

/** Modules that only the steps with a summary need. */
const closing = /widget\/(summary\.tsx|place_link\.tsx|booking_fields\.ts|map_address\.ts|wear_closing\.ts|closing\.css)/;

export default defineConfig({
  root: import.meta.dirname,
  base: '/book/',
  plugins: [bareImports(), preloadSalon(), pagesByLanguage(['index', 'manage']), embedScript(), precompress()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // The server replaces this with a new nonce in each response.
  html: { cspNonce: 'NONCE_OF_THE_ANSWER' },
  server: { proxy: { '/graphql': 'http://127.0.0.1:8080' } },
  build: {
    outDir: '../dist/book',
    emptyOutDir: true,
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // What is loaded later imports nothing but what the page has.
    modulePreload: { polyfill: false, resolveDependencies: (_, dependencies, { hostType }) => (hostType === 'html' ? dependencies : []) },
    reportCompressedSize: false,
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension', // which the script for other sites calls
      input: Object.fromEntries(
        ['index.html', 'manage.html', 'mount.tsx', 'framed.ts', 'popup.ts'].map((file) => [file.split('.')[0], join(import.meta.dirname, file)]),
      ),
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames({ facadeModuleId }) {
          const words = wordsIn(facadeModuleId);
          return `assets/${words ? `${words.part}.${words.language}` : '[name]'}-[hash].js`;
        },
        // Fewer, larger files: each costs headers, and compresses by itself.
        codeSplitting: {
          groups: [
            { name: 'frame', test: /widget\/(book_address|events|frame|theme)\.ts$/, priority: 1 }, // what a frame needs
            { name: 'shared', minShareCount: 3, test: (module) => !closing.test(module) && !/widget\/manage\//.test(module), priority: 1 }, // what both pages need
            { name: 'closing', test: closing }, // what follows the choice of a start
          ],
        },
      },
    },
  },
});
