import { join } from 'node:path';
import { defineConfig } from 'vite';
import { precompress } from '../build/precompress';
import { bareImports } from './bare_imports';
import { preloadSalon } from './preload_salon';

export default defineConfig({
  root: import.meta.dirname,
  base: '/book/',
  plugins: [bareImports(), preloadSalon(), precompress()],
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
      input: { index: join(import.meta.dirname, 'index.html'), manage: join(import.meta.dirname, 'manage.html'), embed: join(import.meta.dirname, 'embed.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'embed' ? 'embed.js' : 'assets/[name]-[hash].js'),
        // Fewer, larger files: each costs headers, and compresses by itself.
        codeSplitting: {
          groups: [
            { name: 'frame', test: /widget\/(frame|theme)\.ts$|preload-helper/, priority: 1 }, // what the loader needs
            { name: 'shared', minShareCount: 3 }, // what both pages need
          ],
        },
      },
    },
  },
});
