import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectBrowser } from './browser';
import { hasBrowser } from './browser_process';
import { customerFaults } from './customer_faults';
import { type Mailbox, startMailbox } from './mailbox';
import { type Server, startServer } from './server';

describe.skipIf(!hasBrowser)('every state of every page of a customer', () => {
  let server: Server;
  let mailbox: Mailbox;
  let browser: Browser;

  beforeAll(async () => {
    browser = await connectBrowser();
  });

  afterAll(async () => {
    await browser?.close();
  });

  beforeEach(async () => {
    mailbox = await startMailbox();
    server = await startServer({ VISAVIS_SMTP_URL: mailbox.url });
  });

  afterEach(async () => {
    await server.stop();
    mailbox.close();
  });

  // make screenshots judges the other languages: the walk takes long, and book_languages.test.ts has most of what their texts can break.
  it('has no breach of WCAG 2.2 AA on a phone, in light and dark', async () => {
    expect(await customerFaults(browser, server.origin, mailbox, 'de')).toEqual([]);
  });
});
