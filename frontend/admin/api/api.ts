import { Client, fetchExchange } from '@urql/core';
import { createContext, useContext } from 'react';
import { newCache } from './cache';
import { Confirmation, signedInFetch } from './confirmation';
import { Freshness } from './freshness';
import { openSocket, type Socket } from './socket';

/** The connection to the server. It is replaced on sign-in and sign-out, so that no user sees another's cached data. */
export interface Api {
  client: Client;
  socket: Socket;
  freshness: Freshness;
  confirmation: Confirmation;
  /** Asked for while the session has ended. */
  newSession: Confirmation;
}

interface Options {
  /** Returns the language for messages from the server. */
  language(): string;
}

/** Returns a connection to the server that served this page. */
export function newApi({ language }: Options): Api {
  const confirmation = new Confirmation();
  const newSession = new Confirmation();
  const client = new Client({
    url: '/graphql',
    fetch: signedInFetch({ confirmation, newSession }),
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { 'accept-language': language() } }),
    exchanges: [newCache(), fetchExchange],
  });
  const socket = openSocket(`${location.origin.replace(/^http/, 'ws')}/graphql`);
  return { client, socket, freshness: new Freshness(), confirmation, newSession };
}

export const ApiContext = createContext<Api | undefined>(undefined);

/** Returns the connection to the server. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) {
    throw new TypeError('There is no ApiContext around this.');
  }
  return api;
}
