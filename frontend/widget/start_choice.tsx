import { useEffect, useState } from 'preact/hooks';
import { isFarOff } from '../environment/clock';
import type { Alternative, StaffProfile, Service } from './api';
import { useWidget } from './widget_context';
import { type CurrentStart, lastOf, nextOf, type Part } from './days';
import { later } from './later';
import { NothingFree } from './later_nothing_free';
import { Loading, Notice } from './notice';
import { StaffChips } from './staff_chips';
import { useOneAtATime } from './use_one_at_a_time';
import { type OwnSecrets, useStarts } from './use_starts';

const NotOffered = later(() => import('./not_offered'));
const otherTimes = () => import('./other_times');
const OtherTimes = later(otherTimes);
const WrongClock = later(() => import('./wrong_clock'), false);

/** Why a start is not available, with alternatives. */
export interface Refusal {
  message: string;
  alternatives: readonly Alternative[];
}

/** Who may be named of a profile. */
export type NamedStaff = Pick<StaffProfile, 'id' | 'displayName'>;

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
  /** Selects a start with the chosen profile, or with anyone. */
  onTake(start: string, staff: NamedStaff | undefined): Promise<Refusal | undefined>;
}

/** Where the customer tapped: a part of the day, the next start, or a notice at the top. */
type Place = Part | 'next' | 'top';

/** The choice of a start and a staff member; the next available start comes first. */
export function StartChoice({ service, staffId: preferred, own, current, day: before, refused: rejected, onLook, onTake }: Props) {
  const { t, format, preset, onShown } = useWidget();
  const [wanted, setWanted] = useState(preferred);
  const [chosen, setChosen] = useState(before);
  // Last date that the customer has looked at.
  const [until, setUntil] = useState<string>();
  const [refused, setRefused] = useState<{ place: Place; refusal: Refusal } | undefined>(rejected && { place: 'top', refusal: rejected });
  // What waits for an answer.
  const [taken, setTaken] = useState('');
  const oneAtATime = useOneAtATime();
  const found = useStarts(service, own, { staffId: wanted, day: chosen, until });
  const { failed, askAgain, staff, staffId, days, day, startsOf, last, isKnown } = found;
  // With a preset service, the next start is on the first screen, and its answer comes first.
  useEffect(() => {
    if (!preset.service) {
      otherTimes().catch(() => undefined); // meanwhile; it says so itself if it cannot be loaded
    }
  }, [preset]);
  useEffect(() => {
    if (staff ?? failed) {
      onShown();
    }
  });
  const profile = staff?.find((one) => one.staff.id === staffId)?.staff;
  /** Returns the starts of a day but that of an appointment to be moved, which is found with others under their names. */
  const offeredOn = (date: string) => startsOf(date)?.filter((at) => at !== current?.start || (staffId && staffId !== current.staffId));
  const starts = day ? offeredOn(day) : undefined;
  const [first] = days;
  const next = (staff && nextOf(staff, staffId, current)) ?? (staff && first && { start: offeredOn(first.date)?.[0], staff: [] });
  const who = profile ?? (next?.staff.length === 1 ? next.staff[0] : undefined);
  const failure = failed && (
    <Notice text={t.unreachable} isQuiet={failed === 'quiet'}>
      <button type="button" class="plain" onClick={askAgain}>
        {t.again}
      </button>
    </Notice>
  );

  const take = (place: Place, start: string, by: NamedStaff | undefined) =>
    oneAtATime(async () => {
      setTaken(`${place} ${start}`);
      const refusal = await onTake(start, by);
      setTaken('');
      if (refusal) {
        setRefused({ place, refusal });
        askAgain();
      }
    });
  const noticeAt = (place: Place) =>
    refused &&
    (starts?.length ? refused.place : 'top') === place && (
      <Notice key={refused.refusal} text={refused.refusal.message}>
        {refused.refusal.alternatives.length > 0 && <p>{t.takenHint}</p>}
        {refused.refusal.alternatives.map((free) => (
          <button type="button" class="plain" key={`${free.start} ${free.staff.id}`} aria-busy={taken === `${place} ${free.start}`} onClick={() => void take(place, free.start, free.staff)}>
            {format.moment(free.start)} {t.with(free.staff.displayName)}
          </button>
        ))}
      </Notice>
    );
  return (
    <>
      {noticeAt('top')}
      {isFarOff() && <WrongClock />}
      {!staff && (failure || <Loading text={t.loading} />)}
      {staff && wanted && !profile && <NotOffered />}
      {staff && (
        <StaffChips
          staff={staff}
          chosen={staffId}
          onChoose={(id) => {
            setWanted(id);
            onLook?.({ staffId: id ?? null });
          }}
        />
      )}
      {noticeAt('next')}
      {next?.start && (
        <button type="button" class="next" key={`${next.start} ${staffId ?? ''} ${format.zone}`} aria-busy={taken === `next ${next.start}`} onClick={() => void take('next', next.start ?? '', profile)}>
          <small>{t.next}</small>
          <strong>{format.moment(next.start)}</strong>
          <small>{who ? t.with(who.displayName) : t.anyone}</small>
        </button>
      )}
      {staff && !day && (isKnown(last) ? <NothingFree of="start" /> : !failure && <Loading text={t.loading} />)}
      {staff && day && (
        <OtherTimes
          of={found}
          day={day}
          starts={starts}
          staff={profile?.displayName}
          taken={taken}
          noticeAt={noticeAt}
          onMonth={(month) => setUntil(lastOf(month))}
          onDay={(date) => {
            setChosen(date);
            onLook?.({ day: date });
          }}
          onTake={(part, at) => void take(part, at, profile)}
        />
      )}
      {staff && failure}
    </>
  );
}
