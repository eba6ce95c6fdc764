import { afterEach, expect, test, vi } from 'vitest';
import { Confirmation, signedInFetch } from './confirmation';

afterEach(() => void vi.unstubAllGlobals());

/** Answers requests with these codes, one after the other. */
function answerWith(...codes: string[]) {
  const answer = vi.fn<() => Promise<Response>>(async () => Response.json({ errors: [{ extensions: { code: codes.shift() } }] }));
  vi.stubGlobal('fetch', answer);
  return answer;
}

test('a confirmed request is repeated', async () => {
  const answer = answerWith('FRESH_SIGN_IN_REQUIRED', 'DONE');
  const confirmation = new Confirmation();
  const response = signedInFetch({ confirmation, newSession: new Confirmation() })('/graphql');
  await vi.waitUntil(confirmation.isAsked);
  confirmation.answer(true);
  expect(await (await response).text()).toContain('DONE');
  expect(answer).toHaveBeenCalledTimes(2);
  expect(confirmation.isAsked()).toBe(false);
});

test('a request that is not confirmed keeps its error', async () => {
  const answer = answerWith('FRESH_SIGN_IN_REQUIRED');
  const confirmation = new Confirmation();
  const response = signedInFetch({ confirmation, newSession: new Confirmation() })('/graphql');
  await vi.waitUntil(confirmation.isAsked);
  confirmation.answer(false);
  expect(await (await response).text()).toContain('FRESH_SIGN_IN_REQUIRED');
  expect(answer).toHaveBeenCalledTimes(1);
});

test('other requests ask nothing', async () => {
  answerWith('FORBIDDEN');
  const confirmation = new Confirmation();
  expect(await (await signedInFetch({ confirmation, newSession: new Confirmation() })('/graphql')).text()).toContain('FORBIDDEN');
  expect(confirmation.isAsked()).toBe(false);
});

test('requests that ask at the same time share one answer', async () => {
  const confirmation = new Confirmation();
  const both = Promise.all([confirmation.ask(), confirmation.ask()]);
  confirmation.answer(true);
  expect(await both).toEqual([true, true]);
});

test('a request of a session that has ended is repeated after the new sign-in, and not in the name of another', async () => {
  const ended = 'UNAUTHENTICATED';
  const answer = answerWith(ended, ended, 'DONE');
  const newSession = new Confirmation();
  const ask = signedInFetch({ confirmation: new Confirmation(), newSession });
  const foreign = ask('/graphql');
  await vi.waitUntil(newSession.isAsked);
  newSession.answer(false);
  expect(await (await foreign).text()).toContain(ended);
  const own = ask('/graphql');
  await vi.waitUntil(newSession.isAsked);
  newSession.answer(true);
  expect(await (await own).text()).toContain('DONE');
  expect(answer).toHaveBeenCalledTimes(3);
});
