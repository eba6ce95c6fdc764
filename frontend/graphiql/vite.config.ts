import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from '../build/precompress';

export default defineConfig({
  root: import.meta.dirname,
  base: '/graphiql/',
  plugins: [react(), precompress()],
  // The server replaces this with a new nonce in each response.
  html: { cspNonce: 'NONCE_OF_THE_ANSWER' },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/graphiql',
    emptyOutDir: true,
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { checks: { moduleLevelDirective: false, bundlerTimings: false } },
  },
});
