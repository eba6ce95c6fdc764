import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AnyVariables } from '@urql/core';
import { useCallback } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';
import { useApi } from './api';
import { type Mutation, type Outcome, send, type UserError } from './change';

interface Options<Payload> {
  /** Told when it is done, if need be by what the server answers; default: "Gespeichert". */
  done?: string | ((payload: Payload) => string);
  /** Takes the change back. Without it the change cannot be undone by a button. */
  undo?: () => Promise<Outcome<unknown>>;
  /** Fields whose errors the caller shows itself; all others are told in a notice. */
  fields?: readonly string[];
}

/** How long a notice with a way back stays, in milliseconds. */
const longEnough = 8_000;

/** Gives the way to make a change that saves itself: it tells the outcome, offers to undo it, and has the page read anew. */
export function useChange() {
  const { client, freshness } = useApi();
  const t = useWords(commonWords);

  return useCallback(
    async <Data extends Record<string, unknown>, Variables extends AnyVariables>(
      mutation: Mutation<Data, Variables>,
      variables: Variables,
      { done = t.saved, undo, fields = [] }: Options<Data[keyof Data]> = {},
    ) => {
      const tellErrors = (errors: readonly UserError[]) => {
        for (const { field, message } of errors.filter((wrong) => !fields.includes(wrong.field.join('.')))) {
          notifications.show({ id: field.join('.') || 'error', color: 'red', message: message || t.unreachable, autoClose: longEnough });
        }
      };
      const outcome = await send(client, mutation, variables);
      freshness.refresh(); // also when it was refused: somebody else may have been faster
      if (!outcome.done) {
        tellErrors(outcome.errors);
        return outcome;
      }
      const told = typeof done === 'string' ? done : done(outcome.payload);
      const back = async () => {
        const undone = await undo?.();
        freshness.refresh();
        if (undone && !undone.done) {
          tellErrors(undone.errors);
        } else {
          notifications.show({ id: 'saved', message: t.undone });
        }
      };
      notifications.hide('saved');
      notifications.show({
        id: 'saved',
        autoClose: longEnough,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{outcome.stranded > 0 ? `${told}. ${t.stranded(outcome.stranded)}` : told}</Text>
            {undo && (
              <Button size="compact-sm" variant="subtle" onClick={() => void back()}>
                {t.undo}
              </Button>
            )}
          </Group>
        ),
      });
      return outcome;
    },
    [client, freshness, t],
  );
}
