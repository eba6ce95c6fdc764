import { CalendarLinks } from '../calendar_links';
import { useClosingWords } from '../closing_words';
import { useWidget } from '../widget_context';
import { bookAddress } from '../book_address';
import { later } from '../later';
import { Step } from '../step';
import { Summary } from '../summary';
import { againAddress, sixWeeksAfter } from './again';
import { type Appointment, type ChangeKind, delayOf, mayJoin, stageOf } from './appointment';
import { useManageWords } from './manage_words';
import { useNow } from './use_now';

const KeepLink = later(() => import('../keep_link'));
const LatestRequest = later(() => import('./latest_request'));
const OfferChoice = later(() => import('./offer_choice'));
const MailPart = later(() => import('./mail_part'));

const kinds = ['MOVE', 'CANCEL'] as const;

interface Props {
  appointment: Appointment;
  secret: string;
  /** Whether the appointment has just been moved. */
  isMoved: boolean;
  /** Whether its address has just been corrected. */
  isCorrected: boolean;
  onChange(appointment: Appointment): void;
  /** Called when the customer has taken an offered time. */
  onMoved(appointment: Appointment): void;
  /** Called when the appointment is outdated. */
  onStale(): void;
  onMove(): void;
  onCancel(): void;
  onRequest(kind: ChangeKind): void;
  onCorrect(): void;
  onData(): void;
}

/** The appointment, and the actions available to the customer. */
export function Overview({ appointment, secret, isMoved, isCorrected, onChange, onMoved, onStale, onMove, onCancel, onRequest, onCorrect, onData }: Props) {
  const { language, format, preset, branch } = useWidget();
  const t = useClosingWords();
  const own = useManageWords();
  const { service, start, staff, joinUrl, changeableUntil, changeRequest } = appointment;
  const now = useNow();
  const stage = stageOf(appointment, now);
  const isAhead = stage === 'changeable' || stage === 'fixed';
  const canJoin = joinUrl && mayJoin(appointment, now);
  const delay = delayOf(appointment, now);
  const isAsked = changeRequest?.state === 'OPEN';
  const mayAsk = branch.sendsMail && branch.email; // else nobody would be told
  const booked = { ...preset, language, service: service.id, staff: staff.id };
  const wished = sixWeeksAfter(format.dateOf(start), format.today(), branch.bookingRules.horizonDays);

  return (
    <Step title={own.titles[stage]} depth={1}>
      {isMoved && (
        <output class="well">
          {own.moved} {branch.sendsMail && t.confirmed}
        </output>
      )}
      <output class={delay ? 'well' : undefined}>{delay && <span key={delay.until}>{own.delayed(delay.minutes, format.time(delay.until))}</span>}</output>
      <Summary key={start} service={service} start={start} staff={staff} />
      {isAhead && appointment.offer && (
        <OfferChoice offer={appointment.offer} service={service} secret={secret} now={now} onTaken={onMoved} onRefused={onStale} />
      )}
      {canJoin && <p class="hint">{t.joinHint}</p>}
      {stage === 'changeable' && <p class="hint">{own.until(format.moment(changeableUntil))}</p>}
      {stage === 'fixed' && !isAsked && <p>{mayAsk ? own.tooLate : own.tooLateToAsk}</p>}
      {isAhead && changeRequest && <LatestRequest request={changeRequest} secret={secret} onChange={onChange} />}
      <div class="actions">
        {isAhead && <CalendarLinks service={service} booked={appointment} />}
        {canJoin && (
          <a class="plain" href={joinUrl}>
            {t.join}
          </a>
        )}
        {stage === 'changeable' && (
          <>
            <button type="button" class="plain" onClick={onMove}>
              {own.change}
            </button>
            <button type="button" class="plain" onClick={onCancel}>
              {own.cancel}
            </button>
          </>
        )}
        {stage === 'fixed' &&
          !isAsked &&
          mayAsk &&
          kinds.map((kind) => (
            <button type="button" class="plain" key={kind} onClick={() => onRequest(kind)}>
              {own.request[kind]}
            </button>
          ))}
        {(stage === 'over' || stage === 'cancelled') && (
          <a class="plain" href={bookAddress(booked)}>
            {own.bookAgain}
          </a>
        )}
        {wished && stage !== 'cancelled' && (
          <a class="plain" href={againAddress(booked, wished)}>
            {own.inSixWeeks}
          </a>
        )}
      </div>
      {isAhead && branch.sendsMail && appointment.hasEmail && <MailPart appointment={appointment} secret={secret} isCorrected={isCorrected} onCorrect={onCorrect} />}
      {stage === 'changeable' && !branch.sendsMail && <KeepLink url={appointment.manageUrl} />}
      <p class="contact">
        {branch.phone && <a href={`tel:${branch.phone}`}>{branch.phone}</a>}
        {branch.email && <a href={`mailto:${branch.email}`}>{branch.email}</a>}
        <button type="button" class="plain" onClick={onData}>
          {own.dataTitle}
        </button>
      </p>
    </Step>
  );
}
