import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { operations } from './operations';

/** An inline script that requests the salon in the page's URL and keeps the response for the page's main script. */
const script = `salonResponse = fetch('/graphql', {
  method: 'POST',
  credentials: 'omit',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: ${JSON.stringify(operations.salon)}, variables: { slug: decodeURIComponent(location.pathname.split('/')[2] ?? '') } }),
});`;

/** Makes the booking page request the salon while its scripts load. The script stands before the stylesheet, which would delay it. */
export function preloadSalon(): Plugin {
  return {
    name: 'preload-salon',
    transformIndexHtml: (_, { filename }) =>
      basename(filename) === 'index.html' ? [{ tag: 'script', children: script, injectTo: 'head-prepend' }] : [],
  };
}
