import { ActionIcon, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { now as clock } from '../../../environment/clock';
import { useApi } from '../../api/api';
import { type Mutation, send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { appointmentOutcomeSet, longerDelay, roomAdmit, roomDelay, useNow } from '../calendar';
import { useRoom } from './room_context';
import { roomWords } from './words';

/** In minutes, besides five. */
const delays = [10, 15, 30] as const;

/** Lets the customer in, has them wait, or records that they did not come. What is refused is said here. */
export function Admission() {
  const t = useWords(roomWords);
  const common = useWords(commonWords);
  const { client, freshness } = useApi();
  const change = useChange();
  const now = useNow();
  const { room } = useRoom();
  const [sending, setSending] = useState<string>();
  const [wrong, setWrong] = useState<string>();
  const { appointmentId, start, delayedUntil, customerWaitsSince } = room;

  async function act<Data extends Record<string, unknown>, Input extends object>(what: string, mutation: Mutation<Data, { input: Input }>, input: Input) {
    setSending(what);
    const outcome = await send(client, mutation, { input });
    setSending(undefined);
    setWrong(outcome.done ? undefined : outcome.errors[0]?.message || common.unreachable);
    freshness.refresh();
  }
  const delay = (minutes: number) =>
    void act('delay', roomDelay, { appointmentId, minutes: longerDelay(clock() / 1000, { start, roomDelayedUntil: delayedUntil }, minutes) });
  const miss = () =>
    void change(
      appointmentOutcomeSet,
      { input: { id: appointmentId, outcome: 'NO_SHOW' } },
      { done: t.missedDone, undo: () => send(client, appointmentOutcomeSet, { input: { id: appointmentId, outcome: null } }) },
    );
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button loading={sending === 'admit'} onClick={() => void act('admit', roomAdmit, { appointmentId })}>
          {t.admit}
        </Button>
        <Button.Group>
          <Button variant="default" loading={sending === 'delay'} onClick={() => delay(5)}>
            {t.delay}
          </Button>
          <Menu>
            <Menu.Target>
              <ActionIcon variant="default" size={36} aria-label={t.delayMore}>
                <IconChevronDown size={18} aria-hidden="true" />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {delays.map((minutes) => (
                <Menu.Item key={minutes} onClick={() => delay(minutes)}>
                  {t.delayBy(minutes)}
                </Menu.Item>
              ))}
              {delayedUntil && <Menu.Item onClick={() => void act('delay', roomDelay, { appointmentId, minutes: 0 })}>{t.backToPlan}</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        </Button.Group>
        {Date.parse(start) / 1000 <= now && !customerWaitsSince && (
          <Button variant="default" onClick={miss}>
            {t.missed}
          </Button>
        )}
      </Group>
      {wrong && (
        <Text c="var(--mantine-color-error)" role="alert">
          {wrong}
        </Text>
      )}
    </Stack>
  );
}
