import { Button, Card, Group, NumberInput, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { durationOf, minutesOf } from '../../language/duration';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { reminderWords } from './reminder_words';
import type { BranchSettings } from './settings_query';
import { useBranchUpdate } from './use_branch_update';

/** The units of leads, in minutes, the largest first. */
const units = { days: 24 * 60, hours: 60, minutes: 1 } as const;

type Unit = keyof typeof units;

/** Returns the largest unit in which a lead is whole. */
export const unitOf = (minutes: number): Unit => (minutes % units.days === 0 && minutes > 2 * units.days && 'days') || (minutes % units.hours === 0 && 'hours') || 'minutes';

/** How long before appointments customers are reminded. */
export function RemindersCard({ branch: { id, reminderLeads } }: { branch: BranchSettings }) {
  const t = useWords(reminderWords);
  const save = useBranchUpdate(id);
  const [count, setCount] = useState<string | number>(24);
  const [unit, setUnit] = useState<Unit>('hours');
  const [wrong, setWrong] = useState<string>();
  const nameOf = (lead: string) => {
    const minutes = minutesOf(lead);
    const of = unitOf(minutes);
    return t.before(minutes / units[of], of);
  };
  const change = (leads: string[]) => save({ reminderLeads: leads }, { reminderLeads: [...reminderLeads] });

  async function add(event: FormEvent) {
    event.preventDefault();
    const minutes = Number(count) * units[unit];
    if (count === '' || !Number.isInteger(minutes)) {
      setWrong(t.wrongNumber);
      return;
    }
    setWrong(await change([...reminderLeads, durationOf(minutes)]));
  }
  return (
    <Card withBorder component="section" aria-label={t.title}>
      <Stack gap="sm">
        <Title order={2}>{t.title}</Title>
        <Text c="dimmed">{t.hint}</Text>
        {reminderLeads.length === 0 && <Text>{t.none}</Text>}
        {reminderLeads.map((lead) => (
          <Group key={lead} justify="space-between">
            <Text>{nameOf(lead)}</Text>
            <Button variant="subtle" aria-label={t.removeOf(nameOf(lead))} onClick={() => void change(reminderLeads.filter((other) => other !== lead))}>
              {t.remove}
            </Button>
          </Group>
        ))}
        <form onSubmit={(event) => void add(event)} noValidate>
          <Group align="flex-start">
            <NumberInput label={t.count} min={1} allowDecimal={false} allowNegative={false} value={count} error={wrong} onChange={setCount} w={160} />
            <Choice
              label={t.unit}
              value={unit}
              data={(['minutes', 'hours', 'days'] as const).map((value) => ({ value, label: t.units[value] }))}
              onChange={(event) => setUnit(event.currentTarget.value as Unit)}
            />
            <Button type="submit" mt={25}>
              {t.add}
            </Button>
          </Group>
        </form>
      </Stack>
    </Card>
  );
}
