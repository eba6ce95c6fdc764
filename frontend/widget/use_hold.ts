import { useEffect } from 'preact/hooks';
import { type Payload, request, type Hold, type Service } from './api';
import { holdsPerChain } from '../limits';
import { useWidget } from './widget_context';
import { minutesOf } from './format';
import { operations } from './operations';
import type { Refusal } from './start_choice';
import { useProof } from './use_proof';

/** The result of reserving a start. */
export type HoldResult = { hold: Hold } | (Refusal & { isUnanswered?: boolean });

/** How long a hold lasts once the page is gone, in which a page that is reloaded renews it. */
const leaveTime = 'PT30S';

/** Returns functions that reserve a start, replacing the previous hold, and that release a hold, and the sign of a proof's progress. */
export function useHold() {
  const { preset, branch, language, t } = useWidget();
  const { prove, progress } = useProof();

  return {
    progress,
    async reserve({ id }: Service, start: string, staffId: string | undefined, previous: Hold | undefined): Promise<HoldResult> {
      await previous?.released; // otherwise the release could remove the new hold
      const before = previous?.released ? undefined : previous;
      try {
        const holdTime = minutesOf(branch.bookingRules.hold) * 60_000;
        let at = 0;
        const answer = await prove(async (proof) => {
          at = Date.now();
          const input = { branchId: branch.id, serviceId: id, staffId: staffId ?? null, start, secret: before?.secret, proof };
          return (await request<{ answer: Payload }>(preset, language, operations.hold, { input })).answer;
        });
        if (answer.hold) {
          return { hold: { ...answer.hold, ...timesOf(answer.hold, before, at, holdTime) } };
        }
        const [wrong] = answer.userErrors;
        return { message: wrong?.code === 'START_TAKEN' ? t.taken : (wrong?.message ?? t.unreachable), alternatives: answer.alternatives ?? [] };
      } catch {
        return { message: t.unreachable, alternatives: [], isUnanswered: true };
      }
    },
    async release({ secret }: Hold): Promise<void> {
      try {
        await request(preset, language, operations.release, { input: { secret } });
      } catch {
        // The hold expires anyway.
      }
    },
  };
}

/** Reports whether a hold has not expired, by the clock of this device. */
export const isLive = ({ until }: Hold): boolean => until > Date.now();

/** Returns when a hold that was answered to a request ends, and when its chain began. */
export function timesOf(hold: Pick<Hold, 'secret' | 'start' | 'staff'>, before: Hold | undefined, at: number, holdTime: number): Pick<Hold, 'since' | 'until'> {
  if (before?.secret !== hold.secret) {
    return { since: at, until: at + holdTime }; // the one before had ended
  }
  const { since } = before;
  const isRenewed = before.start === hold.start && before.staff.id === hold.staff.id;
  return { since, until: isRenewed ? before.until : Math.min(at + holdTime, since + holdsPerChain * holdTime) };
}

/** Shortens a hold when the customer leaves the page or the page removes the widget, and calls back if the page comes back from the browser's cache. */
export function useLeaving(hold: Hold | undefined, onReturn?: () => void): void {
  const { preset, language } = useWidget();
  const secret = hold?.released ? undefined : hold?.secret;
  useEffect(() => {
    if (!secret) {
      return;
    }
    const leave = () => void request(preset, language, operations.release, { input: { secret, after: leaveTime } }, true).catch(() => undefined);
    const comeBack = ({ persisted }: PageTransitionEvent) => void (persisted && onReturn?.());
    addEventListener('pagehide', leave);
    addEventListener('pageshow', comeBack);
    return () => {
      if (preset.removed?.aborted) {
        leave();
      }
      removeEventListener('pagehide', leave);
      removeEventListener('pageshow', comeBack);
    };
  }, [language, onReturn, preset, secret]);
}
