import { stringifyDocument } from '@urql/core';
import { useEffect } from 'react';
import { useApi } from './api';
import { graphql, type ResultOf } from './graphql';
import { subscribeAgain } from './subscribe_again';

const scheduleChanges = graphql(`
  subscription ScheduleChanges($branchId: ID!, $after: ID) {
    scheduleChanged(branchId: $branchId, after: $after) {
      id
      kind
      staff {
        id
      }
    }
  }
`);

/**
 * Refetches what is on the page when other users change the branch.
 *
 * `lastChangeId` is the newest change when the page was loaded. After a lost connection, or a subscription that the server
 * has ended, it resumes after the last change received, so that none is missed.
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
    return subscribeAgain<ResultOf<typeof scheduleChanges>>(
      socket.client,
      { query: stringifyDocument(scheduleChanges), variables },
      {
        next({ data }) {
          if (data) {
            const { id, kind, staff } = data.scheduleChanged;
            after = id;
            freshness.refresh(kind === 'RESYNC' ? undefined : { kind, staffIds: staff.map((one) => one.id) });
          } else {
            freshness.refresh();
          }
        },
        onError: () => freshness.refresh(), // an ended session shows up in the refetch
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
    let wasLost = false;
    const leaveSocket = socket.onConnection(() => {
      if (wasLost && socket.connection() === 'live') {
        freshness.refresh(); // also what failed meanwhile
      }
      wasLost = socket.connection() === 'lost';
    });
    document.addEventListener('visibilitychange', refresh);
    addEventListener('online', refresh);
    return () => {
      leaveSocket();
      document.removeEventListener('visibilitychange', refresh);
      removeEventListener('online', refresh);
    };
  }, [freshness, socket]);
}
