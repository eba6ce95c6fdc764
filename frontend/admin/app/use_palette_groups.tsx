import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import { IconCalendarEvent, IconCalendarPlus, IconPlus, IconUser, IconUserHeart } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { now } from '../../environment/clock';
import { engineZone } from '../../environment/zone';
import { useFormat } from '../language/format';
import { matches } from '../language/matches';
import { useWords } from '../language/words';
import { askedNew } from '../parts/use_asked_new';
import { isManager, useSession } from '../session/session';
import { wallClockAt } from '../session/wall_clock';
import { groupsOf } from './navigation';
import { nextAndLast } from './next_and_last';
import type { Customer, Person } from './palette_query';
import { actionSynonyms, nameIn, pageSynonyms } from './palette_synonyms';
import { paletteWords } from './palette_words';
import { appWords } from './words';

/** An absence to be added. */
export interface AskedAbsence {
  staffId: string;
  name: string;
  kind: 'HOLIDAY' | 'SICK';
}

interface Options {
  search: string;
  /** The people and the customers that the search has found on the server. */
  people: readonly Person[];
  customers: readonly Customer[];
  onAbsence(absence: AskedAbsence): void;
}

/** How many people are shown. */
const mostPeople = 8;

/** Returns what the palette shows, by groups, and whether what is first was at hand: what the server finds then follows. */
export function usePaletteGroups({ search, people, customers, onAbsence }: Options): { groups: SpotlightActionGroupData[]; isAtHand: boolean } {
  const t = useWords(appWords);
  const own = useWords(paletteWords);
  const format = useFormat();
  const session = useSession();
  const navigate = useNavigate();

  return useMemo(() => {
    // Addresses with the search of a page are not all known to the router's types.
    const to = (address: object) => () => void navigate(address as never);
    const icon = (Icon: typeof IconPlus) => <Icon size={20} stroke={1.6} aria-hidden="true" />;
    const fitting = (actions: readonly SpotlightActionData[]) => actions.filter(({ label, keywords }) => matches(`${label} ${keywords}`, search));

    const pages = fitting(
      groupsOf(session).flatMap(({ entries }) =>
        entries.map(({ to: path, name, icon: Icon }) => ({ id: path, label: t[name], keywords: pageSynonyms[path] ?? '', leftSection: icon(Icon), onClick: to({ to: path }) })),
      ),
    );
    const actions = fitting([
      { id: 'appointment', label: own.newAppointment, keywords: actionSynonyms.appointment, leftSection: icon(IconCalendarPlus), onClick: to({ to: '/kalender', hash: askedNew }) },
      ...(isManager(session)
        ? [{ id: 'service', label: own.newService, keywords: actionSynonyms.service, leftSection: icon(IconPlus), onClick: to({ to: '/leistungen', hash: askedNew }) }]
        : []),
    ]);
    const shown = people.slice(0, mostPeople);
    const actionsFor = fitting([
      ...shown.flatMap(({ id, displayName, title }) =>
        ([
          ['HOLIDAY', own.holidayFor(displayName), actionSynonyms.holiday],
          ['SICK', own.illnessOf(displayName), actionSynonyms.illness],
        ] as const).map(([kind, label, synonyms]) => ({
          id: `${kind} ${id}`,
          label,
          keywords: `${synonyms} für for of ${title}`,
          leftSection: icon(IconCalendarEvent),
          onClick: () => onAbsence({ staffId: id, name: displayName, kind }),
        })),
      ),
      ...customers.map(({ id, name, email, phone }) => ({
        id: `appointment ${id}`,
        label: own.appointmentFor(name),
        keywords: `${actionSynonyms.appointment} for ${name} ${email ?? ''} ${phone}`,
        leftSection: icon(IconCalendarPlus),
        onClick: to({ to: '/kalender', search: { kunde: id }, hash: askedNew }),
      })),
    ]);
    const found: SpotlightActionGroupData[] = [
      {
        group: t.staff,
        actions: shown.map(({ id, displayName, title }) => ({
          id,
          label: displayName,
          description: title,
          leftSection: icon(IconUser),
          onClick: to({ to: '/mitarbeiter/$staffId/$tab', params: { staffId: id, tab: isManager(session) ? 'allgemein' : 'arbeitsplan' } }),
        })),
      },
      {
        group: t.customers,
        actions: customers.map(({ id, name, email, phone }) => ({
          id,
          label: name,
          description: [email, phone].filter(Boolean).join(' · '),
          leftSection: icon(IconUserHeart),
          onClick: to({ to: '/kunden/$customerId', params: { customerId: id } }),
        })),
      },
      {
        group: own.appointments,
        actions: customers.flatMap(({ name, appointments }) => {
          const beside = nextAndLast(appointments, now());
          return (['next', 'last'] as const).flatMap((which) => {
            const appointment = beside[which];
            if (!appointment) {
              return [];
            }
            const { id, start, branch, service, staff } = appointment;
            const zone = engineZone(branch.timeZone, branch.timeZoneAliases);
            return {
              id,
              label: `${name}, ${format.moment(start, zone)}`,
              description: `${own[which]} · ${service.name} · ${staff.displayName}`,
              leftSection: icon(IconCalendarEvent),
              onClick: to({ to: '/kalender', search: { filiale: branch.slug, datum: wallClockAt(start, zone).date, termin: id } }),
            };
          });
        }),
      },
    ];
    const asksForAction = nameIn(search) !== search.trim();
    const forThem = { group: own.actions, actions: [...actions, ...actionsFor] };
    const groups = [{ group: own.pages, actions: pages }, ...(asksForAction || actions.length > 0 ? [forThem, ...found] : [...found, forThem])];
    return { groups: groups.filter((group) => group.actions.length > 0), isAtHand: pages.length + actions.length > 0 };
  }, [customers, format, navigate, onAbsence, own, people, search, session, t]);
}
