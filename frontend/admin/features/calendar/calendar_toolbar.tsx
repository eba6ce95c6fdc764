import { ActionIcon, Button, Group, Menu, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { keepsCustomers, useSession } from '../../session/session';
import type { Profile } from './calendar_query';
import { joined, useCalendarSearch, type View } from './calendar_search';
import { type Coloring, colorings } from './coloring';
import { FilterMenu } from './filter_menu';
import { calendarWords } from './words';

interface Props {
  /** Everyone in the branch. */
  people: readonly Profile[];
  categories: readonly { id: string; name: string }[];
  /** The profile whose only column is shown; undefined: all. */
  alone: string | undefined;
  /** Whether there is room for one column only. */
  isNarrow: boolean;
  /** How many appointments stand out, of how many. */
  counts: { shown: number; all: number };
  coloring: Coloring;
  onColoring(coloring: Coloring): void;
  onBlock(): void;
  /** Prints the sheets of one profile, or of all on the board. */
  onPrint(staffId?: string): void;
}

/** What the board shows, and how: view, people, categories, colors, and what can be done with it as a whole. */
export function CalendarToolbar({ people, categories, alone, isNarrow, counts, coloring, onColoring, onBlock, onPrint }: Props) {
  const t = useWords(calendarWords);
  const session = useSession();
  const { view, chosenPeople, chosenCategories, show } = useCalendarSearch();
  const [isOpen, { toggle }] = useDisclosure();
  const isWeek = view === 'woche';
  const index = people.findIndex(({ id }) => id === alone);
  const beside = (step: number) => people[(index + step + people.length) % people.length]?.id;
  const names = people.map(({ id, displayName }) => ({ id, name: displayName }));
  const choosesPerson = people.length > 1 && (isNarrow || isWeek);

  return (
    <Group gap="xs" align="center">
        <SegmentedControl
          size="sm"
          aria-label={t.view}
          value={view}
          data={Object.entries(t.views).map(([value, label]) => ({ value, label }))}
          onChange={(ansicht) => show({ ansicht: ansicht as View })}
        />
        {choosesPerson && (
          <Group gap={4} wrap="nowrap">
            {isNarrow && (
              <ActionIcon variant="default" size={36} aria-label={t.previousPerson} onClick={() => show({ person: beside(-1) })}>
                <IconChevronLeft size={18} aria-hidden="true" />
              </ActionIcon>
            )}
            <Choice
              aria-label={t.person}
              value={alone ?? ''}
              data={[...(isNarrow ? [] : [{ value: '', label: t.everyone }]), ...people.map(({ id, displayName }) => ({ value: id, label: displayName }))]}
              onChange={({ currentTarget: { value } }) => show({ person: value || undefined })}
            />
            {isNarrow && (
              <ActionIcon variant="default" size={36} aria-label={t.nextPerson} onClick={() => show({ person: beside(1) })}>
                <IconChevronRight size={18} aria-hidden="true" />
              </ActionIcon>
            )}
          </Group>
        )}
        {isNarrow && (
          <ActionIcon variant="default" size={36} aria-label={t.filter} aria-expanded={isOpen} onClick={toggle}>
            <IconFilter size={18} aria-hidden="true" />
          </ActionIcon>
        )}
        {(!isNarrow || isOpen) && (
          <>
            {people.length > 1 && !isNarrow && alone === undefined && (
              <FilterMenu label={t.people} options={names} chosen={chosenPeople} onChoose={(ids) => show({ wer: joined(ids) })} />
            )}
            {categories.length > 1 && (
              <FilterMenu label={t.categories} options={categories} chosen={chosenCategories} onChoose={(ids) => show({ kategorie: joined(ids) })} />
            )}
            <Choice
              aria-label={t.coloring}
              title={t.coloring}
              value={coloring}
              data={colorings.map((value) => ({ value, label: `${t.coloring} ${t.colorings[value]}` }))}
              onChange={({ currentTarget: { value } }) => onColoring(value as Coloring)}
            />
            {keepsCustomers(session) && (
              <Button variant="default" size="compact-md" onClick={onBlock}>
                {t.block}
              </Button>
            )}
            <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
              <Menu.Target>
                <Button variant="default" size="compact-md">
                  {t.print}
                </Button>
              </Menu.Target>
              <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
                <Menu.Item onClick={() => onPrint()}>{t.printSalon}</Menu.Item>
                {people.map(({ id, displayName }) => (
                  <Menu.Item key={id} onClick={() => onPrint(id)}>
                    {displayName}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </>
        )}
        <Text component="output" size="sm" c="dimmed">
          {counts.shown === counts.all ? t.count(counts.all) : t.countOf(counts.shown, counts.all)}
        </Text>
    </Group>
  );
}
