import { useState } from 'preact/hooks';
import type { Alternative, StaffProfile, Service } from './api';
import { useWidget } from './widget_context';
import { daysOf, partOf } from './days';
import { DayStrip } from './day_strip';
import { NothingFree } from './later_nothing_free';
import { Loading, Notice } from './notice';
import { StaffChips } from './staff_chips';
import { StartGrid } from './start_grid';
import { type OwnSecrets, useOffers } from './use_offers';
import { useOneAtATime } from './use_one_at_a_time';

/** Why a start is not available, with alternatives. */
export interface Refusal {
  message: string;
  alternatives: readonly Alternative[];
}

/** The current start of an appointment to be moved, which is not offered. */
export interface CurrentStart {
  start: string;
  staffId: string;
}

interface Props {
  service: Service;
  /** ID of the profile that is selected initially. */
  staffId: string | undefined;
  own: OwnSecrets;
  current?: CurrentStart;
  /** Day that is selected initially. */
  day?: string | undefined;
  /** Why the previous choice was rejected. */
  refused: Refusal | undefined;
  /** Called with the profile, or null for anyone, or the day that was chosen. */
  onLook?(chosen: { staffId?: string | null; day?: string }): void;
  /** Selects a start with the chosen profile, or with any of those available. */
  onTake(start: string, chosen: string | undefined, free: readonly Pick<StaffProfile, 'id' | 'displayName'>[]): Promise<Refusal | undefined>;
}

/** Where the customer tapped: a part of the day, the next start, or a notice at the top. */
type Place = ReturnType<typeof partOf> | 'next' | 'top';

/** The choice of a start and a staff member; the next available start comes first. */
export function StartChoice({ service, staffId: preferred, own, current, day: before, refused: rejected, onLook, onTake }: Props) {
  const { t, format } = useWidget();
  const { offers, failed, isReading, read, more } = useOffers(service, own, before);
  const [staffId, setStaffId] = useState(preferred);
  const [chosen, setChosen] = useState(before);
  const [refused, setRefused] = useState<{ place: Place; refusal: Refusal } | undefined>(rejected && { place: 'top', refusal: rejected });
  // What waits for an answer.
  const [taken, setTaken] = useState('');
  const oneAtATime = useOneAtATime();
  const isOffered = offers?.some(({ staff }) => staff.id === staffId);
  const days = daysOf(offers ?? [], isOffered ? staffId : undefined, current);
  const day = days.find(({ date }) => date === chosen) ?? days[0];
  const next = days[0]?.starts[0];

  const take = (place: Place, start: string, profileId: string | undefined, free: readonly Pick<StaffProfile, 'id' | 'displayName'>[]) =>
    oneAtATime(async () => {
      setTaken(`${place} ${start}`);
      const refusal = await onTake(start, profileId, free);
      setTaken('');
      if (refusal) {
        setRefused({ place, refusal });
        read();
      }
    });
  const noticeAt = (place: Place) =>
    refused &&
    (day ? refused.place : 'top') === place && (
      <Notice key={refused.refusal} text={refused.refusal.message}>
        {refused.refusal.alternatives.length > 0 && <p>{t.takenHint}</p>}
        {refused.refusal.alternatives.map(({ start, staff }) => (
          <button type="button" class="plain" key={`${start} ${staff.id}`} aria-busy={taken === `${place} ${start}`} onClick={() => void take(place, start, staff.id, [staff])}>
            {format.moment(start)} {t.with(staff.displayName)}
          </button>
        ))}
      </Notice>
    );
  const failure = failed && (
    <Notice text={t.unreachable} isQuiet={failed === 'quiet'}>
      <button type="button" class="plain" aria-busy={isReading} onClick={read}>
        {t.again}
      </button>
    </Notice>
  );
  return (
    <>
      {noticeAt('top')}
      {!offers && failure}
      {!offers && !failed && <Loading text={t.loading} />}
      {offers && (
        <StaffChips
          profiles={offers.map(({ staff }) => staff)}
          chosen={staffId}
          onChoose={(id) => {
            setStaffId(id);
            onLook?.({ staffId: id ?? null });
          }}
        />
      )}
      {noticeAt('next')}
      {next && (
        <button
          type="button"
          class="next"
          aria-busy={taken === `next ${next.at}`}
          onClick={() => void take('next', next.at, isOffered ? staffId : undefined, next.staff)}
        >
          <small>{t.next}</small>
          <strong>{format.moment(next.at)}</strong>
          <small>{t.with(next.staff.length > 1 && !isOffered ? t.anyone : (next.staff[0]?.displayName ?? ''))}</small>
        </button>
      )}
      {offers && !day && <NothingFree of="start" />}
      {day && (
        <>
          <h2>{t.later}</h2>
          <DayStrip
            days={days}
            chosen={day.date}
            onChoose={(date) => {
              setChosen(date);
              onLook?.({ day: date });
            }}
          />
          <StartGrid
            day={day}
            taken={taken}
            noticeAt={noticeAt}
            onTake={(part, { at, staff }) => void take(part, at, isOffered ? staffId : undefined, staff)}
          />
        </>
      )}
      {offers && failure}
      {offers && more && (
        <button type="button" class="plain" aria-busy={isReading} onClick={more}>
          {t.laterDays}
        </button>
      )}
      {next && (!format.knowsCustomerZone || format.customerTime(next.at)) && <p class="hint">{t.zone(format.zone)}</p>}
    </>
  );
}
