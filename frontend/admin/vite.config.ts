import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from '../build/precompress';

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  plugins: [react(), precompress()],
  // The server replaces this with a fresh nonce in every response.
  html: { cspNonce: 'NONCE_OF_THE_ANSWER' },
  server: { proxy: { '/graphql': { target: 'http://127.0.0.1:8080', ws: true } } },
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    // Older targets would make Vite lower light-dark() to variables that do not know Mantine's color scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      checks: { moduleLevelDirective: false, bundlerTimings: false },
      input: { index: join(import.meta.dirname, 'index.html'), push: join(import.meta.dirname, 'push_worker/push.ts') },
      output: {
        // A service worker keeps its address.
        entryFileNames: ({ name }) => (name === 'push' ? 'push.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
            { name: 'data', test: /node_modules[\\/](?:@urql|urql|wonka|graphql-ws|@0no-co|@tanstack)[\\/]/ },
            // Small modules that most pages with lists share.
            { name: 'lists', test: /admin[\\/](?:api[\\/](?:both|catalog|paged_query|searched_list|service_choice|staff_choice)|parts[\\/](?:load_more|search_choice|search_field)|language[\\/]search_words)\.tsx?$/ },
          ],
        },
      },
    },
  },
});
