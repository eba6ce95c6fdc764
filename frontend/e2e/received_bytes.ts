import type { Page } from 'playwright-core';

/** Counts the bytes that a page receives from now on, compressed and with headers, by the kind of what it requests. */
export async function countBytes(page: Page): Promise<Record<string, number>> {
  const bytes: Record<string, number> = {};
  const kinds = new Map<string, string>();
  const session = await page.context().newCDPSession(page);
  session.on('Network.requestWillBeSent', ({ requestId, type = 'Other', request }) => {
    if (!request.url.startsWith('data:')) {
      kinds.set(requestId, type);
    }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind) {
      bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength;
    }
  });
  await session.send('Network.enable');
  return bytes;
}
