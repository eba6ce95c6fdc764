import { Button, Fieldset, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { appointmentOutcomeSet } from './appointment_changes';
import type { Appointment } from './calendar_query';
import { appointmentWords } from './appointment_words';

const outcomeOf = (status: string) => (status === 'COMPLETED' || status === 'NO_SHOW' ? status : null);

/** Records in one click how an appointment that has begun went. */
export function OutcomeChoice({ appointment: { id, status } }: { appointment: Pick<Appointment, 'id' | 'status'> }) {
  const t = useWords(appointmentWords);
  const { client } = useApi();
  const change = useChange();
  const known = outcomeOf(status);
  const button = useRef<HTMLButtonElement>(null);
  const former = useRef(known);
  useEffect(() => {
    // The button that had the focus is gone.
    if (former.current !== known && document.activeElement === document.body) {
      button.current?.focus();
    }
    former.current = known;
  }, [known]);
  const choose = (outcome: ReturnType<typeof outcomeOf>, done: string) =>
    void change(
      appointmentOutcomeSet,
      { input: { id, outcome } },
      { done, undo: () => send(client, appointmentOutcomeSet, { input: { id, outcome: known } }) },
    );
  if (known) {
    return (
      <Button key="clear" ref={button} variant="default" onClick={() => choose(null, t.outcomeOpen)}>
        {t.outcomeClear}
      </Button>
    );
  }
  return (
    <Fieldset variant="unstyled" legend={<Text fw={600} size="sm">{t.outcome}</Text>}>
      <Group mt={4}>
        <Button ref={button} onClick={() => choose('COMPLETED', t.completed)}>{t.completed}</Button>
        <Button variant="default" onClick={() => choose('NO_SHOW', t.noShow)}>
          {t.noShow}
        </Button>
      </Group>
    </Fieldset>
  );
}
