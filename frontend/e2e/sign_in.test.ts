import type { Browser, BrowserContext, WebSocket } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectBrowser, type Watch, watch } from './browser';
import { hasBrowser } from './browser_process';
import { GraphiQLPage } from './graphiql_page';
import { type Server, startServer } from './server';

/** Runs the subscription, and returns its socket once the server has acknowledged it. */
async function subscribe(graphiql: GraphiQLPage): Promise<WebSocket> {
  await graphiql.openTab('ScheduleChanged');
  const admitted = new Promise<WebSocket>((resolve) => {
    graphiql.page.once('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        if (payload.includes('"connection_ack"')) {
          resolve(socket);
        }
      });
    });
  });
  await graphiql.execute('ScheduleChanged');
  return admitted;
}

async function signOut(graphiql: GraphiQLPage) {
  await graphiql.openTab('SignIn');
  await graphiql.execute('SignOut');
  await expect.poll(graphiql.answer).toContain('signOut');
}

describe.skipIf(!hasBrowser)('signing in through GraphiQL', () => {
  let server: Server;
  let browser: Browser;
  let context: BrowserContext;
  let seen: Watch;

  beforeAll(async () => {
    server = await startServer();
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  beforeEach(async () => {
    context = await browser.newContext();
    seen = watch(context);
  });

  afterEach(async () => {
    await context.close();
    expect(seen.complaints).toEqual([]);
    expect([...seen.hosts]).toEqual([new URL(server.origin).host]);
  });

  /** Opens GraphiQL in another tab of the browser. */
  async function open(): Promise<GraphiQLPage> {
    const graphiql = new GraphiQLPage(await context.newPage(), server.origin);
    await graphiql.open();
    return graphiql;
  }

  it('allows private queries until the sign-out, and keeps the session where no script reads it', async () => {
    const graphiql = await open();
    await graphiql.signIn();
    const hidden = { path: '/', httpOnly: true, sameSite: 'Strict' };
    const cookies = (await context.cookies()).toSorted((a, b) => a.name.localeCompare(b.name));
    expect(cookies).toMatchObject([
      { name: 'visavis_browser', ...hidden },
      { name: 'visavis_session', ...hidden },
    ]);
    expect(await graphiql.page.evaluate(() => document.cookie)).toBe('');
    await graphiql.openTab('LookAround');
    await graphiql.execute('LookAround');
    await expect.poll(graphiql.answer).toContain('stf_demo-anna');
    await signOut(graphiql);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['visavis_browser']); // by which the account is recognized
    await graphiql.openTab('LookAround');
    await graphiql.execute('LookAround');
    await expect.poll(graphiql.answer).toContain('UNAUTHENTICATED');
  });

  it('ends with the subscriptions in other tabs', async () => {
    const graphiql = await open();
    await graphiql.signIn();
    const socket = await subscribe(graphiql);
    const other = await open();
    const closed = socket.waitForEvent('close');
    await signOut(other);
    await closed;
    await expect.poll(graphiql.answer).toContain('4401');
  });
});
