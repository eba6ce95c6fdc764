import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { run } from './api';
import { berlin, wednesday } from './appointments';
import { connectBrowser, type Watch, watch } from './browser';
import { germanContext } from './german_context';
import { type Server, startServer } from './server';
import { sessionOf } from './session';

/** A server of a test file, and a German customer's browser of each of its tests. */
export interface Customer {
  server: Server;
  browser: Browser;
  context: BrowserContext;
  page: Page;
  seen: Watch;
}

/** Starts the server before the tests, and a context before each. Whatever the browser complains about fails the test, unless it is taken away. */
export function customerOfEachTest(): Customer {
  const of = {} as Customer;
  beforeAll(async () => {
    of.browser = await connectBrowser();
    of.server = await startServer();
  });
  afterAll(async () => {
    await of.browser?.close();
    await of.server?.stop();
  });
  beforeEach(async () => {
    of.context = await germanContext(of.browser);
    of.seen = watch(of.context);
    of.page = await of.context.newPage();
  });
  afterEach(async () => {
    expect(await of.context.cookies()).toEqual([]);
    await of.context.close();
    expect(of.seen.complaints).toEqual([]);
  });
  return of;
}

interface Row {
  status: string;
  start: string;
  contact: { name: string } | null;
}

/** What the salon has at a time of the day of the tests: the name in each appointment, and "held" for each hold. */
export async function at(time: string, { origin }: Server): Promise<string[]> {
  const query = `query ($day: LocalDate!) {
    appointments(branchId: "brn_demo-mitte", from: $day, to: $day, statuses: [HELD, CONFIRMED], first: 100) { nodes { status start contact { name } } } }`;
  const { data, errors } = await run(origin, query, { day: wednesday() }, { cookie: sessionOf('clara') });
  if (!data) {
    throw new TypeError(JSON.stringify(errors));
  }
  const { nodes } = data['appointments'] as { nodes: Row[] };
  const start = berlin(wednesday(), time);
  return nodes.filter((row) => row.start === start).map(({ status, contact }) => (status === 'HELD' ? 'held' : (contact?.name ?? '')));
}

/** Reports whether a request runs an operation of the page. */
export const runs = (operation: string) => (request: Pick<Request, 'postData'>): boolean => request.postData()?.includes(`${operation}(`) ?? false;
