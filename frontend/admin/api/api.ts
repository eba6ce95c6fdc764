import { Client, fetchExchange, mapExchange } from '@urql/core';
import { createContext, useContext } from 'react';
import { newCache } from './cache';
import { Freshness } from './freshness';
import { openSocket, type Socket } from './socket';

/** The way to the server. A new one is made when somebody signs in or out: nothing of the one is shown to the other. */
export interface Api {
  client: Client;
  socket: Socket;
  freshness: Freshness;
}

interface Options {
  /** The language in which the server speaks to the user. */
  language(): string;
  /** Is told that the session has ended. */
  onSignedOut(): void;
}

/** Makes the way to the server that served this page. */
export function newApi({ language, onSignedOut }: Options): Api {
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { 'accept-language': language() } }),
    exchanges: [
      mapExchange({
        onResult({ error }) {
          if (error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED')) {
            onSignedOut();
          }
        },
      }),
      newCache(),
      fetchExchange,
    ],
  });
  const socket = openSocket(`${location.origin.replace(/^http/, 'ws')}/graphql`);
  return { client, socket, freshness: new Freshness() };
}

export const ApiContext = createContext<Api | undefined>(undefined);

/** The way to the server. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) {
    throw new TypeError('There is no ApiContext around this.');
  }
  return api;
}
