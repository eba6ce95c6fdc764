import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { operations } from './operations';

/** A script that asks for the salon of the page's address, and leaves the answer to the page's own script. */
const script = `salonAnswer = fetch('/graphql', {
  method: 'POST',
  credentials: 'omit',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: ${JSON.stringify(operations.salon)}, variables: { slug: decodeURIComponent(location.pathname.split('/')[2] ?? '') } }),
});`;

/** Has the booking page ask for the salon at once, while its scripts are on their way; before its style, which a script would wait for. */
export function earlySalon(): Plugin {
  return {
    name: 'early-salon',
    transformIndexHtml: (_, { filename }) =>
      basename(filename) === 'index.html' ? [{ tag: 'script', children: script, injectTo: 'head-prepend' }] : [],
  };
}
