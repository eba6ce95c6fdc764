import '@mantine/spotlight/styles.css';
import { Loader } from '@mantine/core';
import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { type KeyboardEvent, Suspense, useEffect, useRef, useState } from 'react';
import { AbsenceOf } from '../features/rearranging';
import { useWords } from '../language/words';
import { keepsCustomers, useSession } from '../session/session';
import { runSelected, selectFirst } from './palette_selection';
import { palette, paletteStore } from './palette_store';
import { customersQuery, peopleQuery } from './palette_query';
import { nameIn } from './palette_synonyms';
import { paletteWords } from './palette_words';
import { useFound } from './use_found';
import { type AskedAbsence, usePaletteGroups } from './use_palette_groups';
import { useTypedAtOnce } from './use_typed_at_once';
import { appWords } from './words';

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
  const isEntered = useRef(false);
  const [absence, setAbsence] = useState<AskedAbsence>();
  const field = useRef<HTMLInputElement>(null);
  const name = nameIn(search);
  const mayFind = keepsCustomers(session);
  const people = useFound(peopleQuery, ({ staff }) => staff.nodes, name, mayFind);
  const customers = useFound(customersQuery, (data) => data.customers.nodes, name, mayFind);
  const { groups, isAtHand } = usePaletteGroups({ search, people: people.nodes, customers: customers.nodes, onAbsence: setAbsence });
  const isPending = people.isPending || customers.isPending;

  useEffect(() => palette.open(), []);
  useEffect(() => selectFirst(paletteStore)); // whatever has arrived
  useTypedAtOnce(field);
  const mustWait = isPending && !isAtHand;
  useEffect(() => {
    if (isEntered.current && !mustWait) {
      isEntered.current = false;
      runSelected(paletteStore);
    }
  }, [mustWait]);

  function change(to: string) {
    setSearch(to);
    isEntered.current = false;
  }

  /** Enter waits for the answer, unless what is first is at hand and stays first. */
  function wait(event: KeyboardEvent) {
    if (event.key === 'Enter' && mustWait) {
      event.preventDefault();
      event.stopPropagation();
      isEntered.current = true;
    }
  }
  return (
    <>
      <Spotlight
        store={paletteStore}
        actions={groups as SpotlightActionGroupData[]}
        query={search}
        onQueryChange={change}
        filter={(_, all) => all}
        clearQueryOnClose={false} // which would come after what is typed at once when it opens again
        onSpotlightClose={() => change('')}
        transitionProps={{ duration: 0 }} // a dialog that fades keeps the focus
        shortcut="mod + K"
        nothingFound={isPending ? own.searching : t.nothingFound}
        searchProps={{
          ref: field,
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
