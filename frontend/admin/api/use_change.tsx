import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { AnyVariables } from '@urql/core';
import { useCallback } from 'react';
import { commonWords } from '../language/common_words';
import { useWords } from '../language/words';
import { useApi } from './api';
import { type Mutation, type Outcome, send, type UserError } from './change';

interface Options<Payload> {
  /** The notice on success, which may depend on the payload; default: "Gespeichert". */
  done?: string | ((payload: Payload) => string);
  /** Reverts the change, whose payload it gets. Without it the notice has no undo button. */
  undo?: (payload: Payload) => Promise<Outcome<unknown>>;
  /** Fields whose errors of the change the caller shows; all others appear in a notice, as do those of undo. */
  fields?: readonly string[];
}

/** How long a notice with an undo button stays, in milliseconds. */
const longEnough = 20_000;

/** Returns a function that sends a mutation, shows the result with an undo button, and refetches the page. */
export function useChange() {
  const { client, freshness } = useApi();
  const t = useWords(commonWords);

  return useCallback(
    async <Data extends Record<string, unknown>, Variables extends AnyVariables>(
      mutation: Mutation<Data, Variables>,
      variables: Variables,
      { done = t.saved, undo, fields = [] }: Options<Data[keyof Data]> = {},
    ) => {
      const showErrors = (errors: readonly UserError[], textOf = (error: UserError) => error.message || t.unreachable) => {
        const said = new Set<string>(); // a step of many days may fail for each in the same way
        for (const error of errors) {
          const { code, field } = error;
          const text = code === 'IDEMPOTENCY_KEY_REUSED' ? t.savedBefore : textOf(error);
          if (said.has(text)) {
            continue;
          }
          said.add(text);
          notifications.show({ id: field.join('.') || 'error', color: 'red', message: text, autoClose: longEnough });
        }
      };
      const outcome = await send(client, mutation, variables);
      freshness.refresh(); // also after a refusal, since another user may have changed the data
      if (!outcome.done) {
        showErrors(outcome.errors.filter(({ field }) => !fields.includes(field.join('.'))));
        return outcome;
      }
      const message = typeof done === 'string' ? done : done(outcome.payload);
      const back = async () => {
        notifications.hide('saved'); // or else the next one with its ID is not shown
        const undone = await undo?.(outcome.payload);
        freshness.refresh();
        if (undone && !undone.done) {
          // All, since the form has closed. There is nothing to reload or to replace.
          showErrors(undone.errors, (error) =>
            error.message ? t.notUndone(error.code === 'CHANGED_MEANWHILE' ? t.changedMeanwhile : error.message) : t.unreachable,
          );
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
            <Text size="sm" miw={0}>{outcome.stranded > 0 ? `${message}. ${t.stranded(outcome.stranded)}` : message}</Text>
            {undo && (
              <Button size="compact-sm" variant="subtle" flex="none" onClick={() => void back()}>
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
