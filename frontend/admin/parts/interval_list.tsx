import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useWords, words } from '../language/words';
import styles from './interval_list.module.css';
import { type Interval, nextInterval } from './intervals';

interface Props {
  /** The day. */
  label: string;
  value: readonly Interval[];
  /** Text for a day without intervals. */
  none: string;
  onChange(value: Interval[]): void;
}

const listWords = words(
  {
    add: (label: string) => `Zeit hinzufügen: ${label}`,
    from: (label: string, number: number) => `${label}, ${number}. Zeit von`,
    remove: (label: string, number: number) => `Zeit entfernen: ${label}, ${number}. Zeit`,
    to: (label: string, number: number) => `${label}, ${number}. Zeit bis`,
    wrong: 'Das Ende muss nach dem Anfang liegen.',
  },
  {
    add: (label) => `Add time: ${label}`,
    from: (label, number) => `${label}, time ${number} from`,
    remove: (label, number) => `Remove time: ${label}, time ${number}`,
    to: (label, number) => `${label}, time ${number} to`,
    wrong: 'The end must be after the start.',
  },
);

/** Time fields do not support 24:00, so they show 00:00 for it. */
const endShown = (to: string) => (to === '24:00' ? '00:00' : to);
const endWritten = (to: string) => (to === '00:00' ? '24:00' : to);

/** Edits the intervals of one day. */
export function IntervalList({ label, value, none, onChange }: Props) {
  const t = useWords(listWords);
  const replace = (index: number, part: Partial<Interval>) =>
    onChange(value.map((interval, at) => (at === index ? { ...interval, ...part } : interval)));

  return (
    <fieldset className={styles.day} aria-label={label}>
      <span className={styles.label}>{label}</span>
      <Stack gap={6} align="flex-start">
        {value.length === 0 && (
          <Group gap="xs">
            <Text c="dimmed" py={5}>
              {none}
            </Text>
            <AddButton label={t.add(label)} onClick={() => onChange([nextInterval(value)])} />
          </Group>
        )}
        {value.map(({ from, to }, index) => (
          // Two intervals may be equal while being edited, so only the index identifies them.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={index} gap={6} align="flex-start">
            <TextInput
              type="time"
              size="sm"
              aria-label={t.from(label, index + 1)}
              value={from}
              onChange={(event) => replace(index, { from: event.currentTarget.value })}
            />
            <Text py={6} aria-hidden="true">
              –
            </Text>
            <TextInput
              type="time"
              size="sm"
              aria-label={t.to(label, index + 1)}
              value={endShown(to)}
              error={from && to && from >= to ? t.wrong : undefined}
              onChange={(event) => replace(index, { to: endWritten(event.currentTarget.value) })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t.remove(label, index + 1)}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconX size={16} aria-hidden="true" />
            </ActionIcon>
            {index === value.length - 1 && <AddButton label={t.add(label)} onClick={() => onChange([...value, nextInterval(value)])} />}
          </Group>
        ))}
      </Stack>
    </fieldset>
  );
}

function AddButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button variant="subtle" size="compact-md" px={8} aria-label={label} onClick={onClick}>
      <IconPlus size={18} aria-hidden="true" />
    </Button>
  );
}
