import { stringifyDocument } from '@urql/core';
import { useEffect } from 'react';
import { useApi } from './api';
import { graphql, type ResultOf } from './graphql';

const scheduleChanges = graphql(`
  subscription ScheduleChanges($branchId: ID!, $after: ID) {
    scheduleChanged(branchId: $branchId, after: $after) {
      id
    }
  }
`);

/**
 * Keeps what is on the screen fresh while others change the branch.
 *
 * `lastChangeId` is the newest change when the page began to read. After a lost connection it goes on behind the last
 * change it has heard of, so nothing is missed in between.
 */
export function useFollowBranch(branchId: string, lastChangeId: string): void {
  const { socket, freshness } = useApi();

  useEffect(() => {
    let after = lastChangeId;
    const variables = {
      branchId,
      get after() {
        return after; // read anew whenever the socket subscribes anew
      },
    };
    return socket.client.subscribe<ResultOf<typeof scheduleChanges>>(
      { query: stringifyDocument(scheduleChanges), variables },
      {
        next({ data }) {
          if (data) {
            after = data.scheduleChanged.id;
            freshness.refresh();
          }
        },
        error: () => freshness.refresh(), // a session that has ended shows itself by this
        complete: () => undefined,
      },
    );
    // Only the branch decides: lastChangeId moves on with every answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [branchId, freshness, socket]);

  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible') {
        freshness.refresh();
      }
    };
    document.addEventListener('visibilitychange', refresh);
    addEventListener('online', refresh);
    return () => {
      document.removeEventListener('visibilitychange', refresh);
      removeEventListener('online', refresh);
    };
  }, [freshness]);
}
