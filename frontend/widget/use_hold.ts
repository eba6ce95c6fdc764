import { type Answer, type Alternative, ask, type Hold, type Service } from './api';
import { useSurroundings } from './context';

/** What has become of the wish for a start. */
export type Held = { hold: Hold } | { message: string; alternatives: readonly Alternative[] };

/** Gives the ways to reserve a start and to give it up. */
export function useHold() {
  const { preset, branch, language, t } = useSurroundings();

  return {
    async hold({ id }: Service, start: string, staffId: string | undefined): Promise<Held> {
      try {
        const input = { branchId: branch.id, serviceId: id, staffId: staffId ?? null, start };
        const { answer } = await ask<{ answer: Answer }>(preset.origin, language, 'hold', { input });
        if (answer.hold) {
          return { hold: answer.hold };
        }
        const [wrong] = answer.userErrors;
        return { message: wrong?.code === 'START_TAKEN' ? t.taken : (wrong?.message ?? t.unreachable), alternatives: answer.alternatives ?? [] };
      } catch {
        return { message: t.unreachable, alternatives: [] };
      }
    },
    async release({ secret }: Hold): Promise<void> {
      try {
        await ask(preset.origin, language, 'release', { input: { secret } });
      } catch {
        // It ends by itself.
      }
    },
  };
}
