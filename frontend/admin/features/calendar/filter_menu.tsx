import { Button, Checkbox, Popover, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { matches } from '../../language/matches';
import { useWords } from '../../language/words';
import { calendarWords } from './words';

interface Props {
  label: string;
  options: readonly { id: string; name: string }[];
  /** Empty: all. */
  chosen: readonly string[];
  onChoose(ids: string[]): void;
}

/** How many options are offered without a search. */
const atOnce = 40;
const worthSearching = 10;

/** Chooses some of many by boxes; none chosen means all. */
export function FilterMenu({ label, options, chosen, onChoose }: Props) {
  const t = useWords(calendarWords);
  const [search, setSearch] = useState('');
  const found = options.filter(({ name }) => matches(name, search));
  const known = chosen.filter((id) => options.some((option) => option.id === id));
  return (
    <Popover position="bottom-start" trapFocus onClose={() => setSearch('')}>
      <Popover.Target>
        <Button variant={known.length > 0 ? 'light' : 'default'} size="compact-md">
          {label}: {known.length === 0 ? t.all : known.length}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} mah={360} style={{ overflowY: 'auto' }}>
        <Stack gap="xs">
          {options.length > worthSearching && (
            <TextInput size="sm" aria-label={t.found(label)} placeholder={t.found(label)} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
          )}
          <Checkbox.Group label={label} value={[...known]} onChange={onChoose}>
            <Stack gap={6} mt={6}>
              {found.slice(0, atOnce).map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} size="sm" />
              ))}
            </Stack>
          </Checkbox.Group>
          {found.length > atOnce && <Text size="sm">{t.moreFound}</Text>}
          <Button variant="default" size="compact-sm" disabled={known.length === 0} onClick={() => onChoose([])}>
            {t.toAll}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
