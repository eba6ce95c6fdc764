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
 * Refetches the page when other users change the branch.
 *
 * `lastChangeId` is the newest change when the page was loaded. After a lost connection it resumes after the last
 * change received, so that none is missed.
 */
export function useFollowBranch(branchId: string, lastChangeId: string): void {
  const { socket, freshness } = useApi();

  useEffect(() => {
    let after = lastChangeId;
    const variables = {
      branchId,
      get after() {
        return after; // read again with every new subscription
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
        error: () => freshness.refresh(), // an ended session shows up in the refetch
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
