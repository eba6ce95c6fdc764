import '@mantine/spotlight/styles.css';
import { Loader } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { type KeyboardEvent, lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../language/words';
import { keepsCustomers, useSession } from '../session/session';
import { selectFirst } from './palette_selection';
import { palette, paletteStore } from './palette_store';
import { customersQuery, peopleQuery } from './palette_query';
import { nameIn } from './palette_synonyms';
import { paletteWords } from './palette_words';
import { useFound } from './use_found';
import { type AskedAbsence, usePaletteGroups } from './use_palette_groups';
import { appWords } from './words';

const AbsenceOf = lazy(() => import('./absence_of'));

interface Props {
  /** Gives the focus back to the button after a dialog. */
  onDone(): void;
}

/** A command palette that finds pages, actions, people, customers and their appointments. It opens as soon as it is loaded. */
export default function Palette({ onDone }: Props) {
  const t = useWords(appWords);
  const own = useWords(paletteWords);
  const session = useSession();
  const [search, setSearch] = useState('');
  const [absence, setAbsence] = useState<AskedAbsence>();
  const name = nameIn(search);
  const mayFind = keepsCustomers(session);
  const people = useFound(peopleQuery, ({ staff }) => staff.nodes, name, mayFind);
  const customers = useFound(customersQuery, (data) => data.customers.nodes, name, mayFind);
  const { groups, isAtHand } = usePaletteGroups({ search, people: people.nodes, customers: customers.nodes, onAbsence: setAbsence });
  const isPending = people.isPending || customers.isPending;

  useEffect(() => palette.open(), []);
  useEffect(() => selectFirst(paletteStore)); // whatever has arrived

  /** Enter waits for the answer, unless what is first is at hand and stays first. */
  function wait(event: KeyboardEvent) {
    if (event.key === 'Enter' && isPending && !isAtHand) {
      event.preventDefault();
      event.stopPropagation();
    }
  }
  return (
    <>
      <Spotlight
        store={paletteStore}
        actions={groups as SpotlightActionGroupData[]}
        query={search}
        onQueryChange={setSearch}
        filter={(_, all) => all}
        clearQueryOnClose={false} // which would come after what is typed at once when it opens again
        onSpotlightOpen={() => setSearch('')}
        shortcut="mod + K"
        nothingFound={isPending ? own.searching : t.nothingFound}
        searchProps={{
          placeholder: own.placeholder[mayFind ? 'RECEPTIONIST' : 'MEMBER'],
          'aria-label': t.search,
          onKeyDownCapture: wait,
          rightSection: isPending && <Loader size={18} aria-hidden="true" />,
        }}
        returnFocus={!absence}
        scrollable
        maxHeight={420}
      />
      {absence && (
        <Suspense>
          <AbsenceOf
            staffId={absence.staffId}
            title={own.absenceOf(absence.name)}
            proposed={absence.kind}
            onClose={() => {
              setAbsence(undefined);
              onDone();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
