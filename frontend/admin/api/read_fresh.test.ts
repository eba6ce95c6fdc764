import { Client, fetchExchange } from '@urql/core';
import { afterEach, expect, test, vi } from 'vitest';
import { newCache } from './cache';
import { Freshness } from './freshness';
import { graphql } from './graphql';
import { readFresh } from './read_fresh';

afterEach(() => void vi.unstubAllGlobals());

const branchName = graphql('query BranchName { branch(id: "brn_mitte") { id name } }');

/** A server that answers the oldest waiting request when it is told to. */
function slowServer() {
  const waiting: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => void waiting.push(resolve)));
  return async (name: string) => {
    await vi.waitUntil(() => waiting.length > 0);
    waiting.shift()?.(Response.json({ data: { __typename: 'Query', branch: { __typename: 'Branch', id: 'brn_mitte', name } } }));
  };
}

const someApi = () => ({
  client: new Client({ url: 'https://salon.example/graphql', preferGetMethod: false, exchanges: [newCache(), fetchExchange] }),
  freshness: new Freshness(),
});

/** Refetches all queries, and waits until they do. */
const refreshed = ({ freshness }: ReturnType<typeof someApi>) =>
  new Promise<void>((resolve) => {
    const leave = freshness.add(() => {
      leave();
      resolve();
    });
    freshness.refresh();
  });

test('takes no answer to a request that was sent before the change', async () => {
  const answer = slowServer();
  const api = someApi();
  const before = readFresh(api.client, api.freshness, branchName, {});
  await refreshed(api);
  const after = readFresh(api.client, api.freshness, branchName, {});
  await answer('Mitte');
  await answer('Mitte am Park');
  expect((await before).data?.branch?.name).toBe('Mitte');
  expect((await after).data?.branch?.name).toBe('Mitte am Park');
});

test('asks once for equal queries of one round', async () => {
  const answer = slowServer();
  const api = someApi();
  await refreshed(api);
  const both = [1, 2].map(async () => readFresh(api.client, api.freshness, branchName, {}));
  await answer('Mitte');
  expect((await Promise.all(both)).map(({ data }) => data?.branch?.name)).toEqual(['Mitte', 'Mitte']);
});
