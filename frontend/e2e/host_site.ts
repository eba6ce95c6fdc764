import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of a salon's own website. */
export interface HostPage {
  html: string;
  /** The page's Content-Security-Policy. */
  policy?: string;
}

/** A salon's own website. */
export interface HostSite {
  /** Such as http://127.0.0.1:8080. */
  origin: string;
  /** Its pages by path; others are not found. */
  pages: Map<string, HostPage | string>;
  close(): void;
}

/** Starts a website without pages. A page that is a string is a script. */
export async function startSite(): Promise<HostSite> {
  const pages: HostSite['pages'] = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    response.setHeader('content-type', `text/${typeof page === 'string' ? 'javascript' : 'html'}; charset=utf-8`);
    if (typeof page === 'object' && page.policy) {
      response.setHeader('content-security-policy', page.policy);
    }
    response.statusCode = page === undefined ? 404 : 200;
    response.end(typeof page === 'string' ? page : page?.html);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, pages, close: () => server.close() };
}

/** An HTML document with a body, and whatever stands in its head and its root element. */
export const documentOf = (body: string, { head = '', root = 'lang="de"', doctype = '<!doctype html>' } = {}): string =>
  `${doctype}<html ${root}><head><meta charset="utf-8"><title>Salon</title><link rel="icon" href="data:,">${head}</head><body><main><h1>Salon</h1>${body}</main></body></html>`;
