import '@mantine/spotlight/styles.css';
import { Spotlight, type SpotlightActionData, spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { graphql } from '../api/graphql';
import { useSearchedList } from '../api/searched_list';
import { matches } from '../language/matches';
import { useWords } from '../language/words';
import { entriesOf, managerEntries } from './navigation';
import { isManager, useSession } from '../session/session';
import { appWords } from './words';

const peopleQuery = graphql(`
  query PalettePeople($search: String) {
    staff(search: $search) {
      nodes {
        id
        displayName
        title
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** A command palette that finds pages, and profiles on the server, by part of their name. It opens as soon as it is loaded. */
export default function Palette() {
  const t = useWords(appWords);
  const session = useSession();
  const navigate = useNavigate();
  const people = useSearchedList(peopleQuery, {}, ({ staff }) => staff, { pause: !isManager(session) });
  const entries = isManager(session) ? [...entriesOf(session), ...managerEntries] : entriesOf(session);
  const actions: SpotlightActionData[] = [
    ...entries.map(({ to, name, icon: Icon }) => ({
      id: to,
      label: t[name],
      leftSection: <Icon size={20} stroke={1.6} aria-hidden="true" />,
      onClick: () => void navigate({ to }),
    })),
    ...(people.nodes ?? []).map(({ id, displayName, title }) => ({
      id,
      label: displayName,
      description: title || t.staff,
      onClick: () => void navigate({ to: '/mitarbeiter/$staffId/$tab', params: { staffId: id, tab: 'allgemein' } }),
    })),
  ];

  useEffect(() => spotlight.open(), []);

  return (
    <Spotlight
      actions={actions}
      query={people.search}
      onQueryChange={people.setSearch}
      filter={(search) => actions.filter(({ label, description }) => matches(`${label} ${description ?? ''}`, search))}
      shortcut="mod + K"
      nothingFound={t.nothingFound}
      searchProps={{ placeholder: t.searchHint, 'aria-label': t.search }}
      scrollable
      maxHeight={420}
    />
  );
}
