import { bookAddress } from '../book_address';
import type { Room } from './room';
import { useRoom } from './room_context';
import { Title } from './title';
import { useEntrance } from './open_view';
import { VisitFacts } from './visit_facts';

function BookAgain({ room: { service, staff }, text }: { room: Room; text: string }) {
  const { origin, salon, language } = useRoom();
  return (
    <p>
      <a class="again" href={bookAddress({ origin, branch: salon.slug, service: service.id, staff: staff.id, language })}>
        {text}
      </a>
    </p>
  );
}

/** The appointment is over. Whoever was let in is thanked. */
export function AfterView({ room }: { room: Room }) {
  const { t } = useRoom();
  return (
    <>
      <Title text={room.admittedAt ? t.after.title : t.after.over} />
      <p>{t.after.text}</p>
      <VisitFacts room={room} />
      <BookAgain room={room} text={t.after.again} />
    </>
  );
}

export function CancelledView({ room }: { room: Room }) {
  const { t } = useRoom();
  return (
    <>
      <Title text={t.cancelled.title} />
      <p>{t.cancelled.text}</p>
      <VisitFacts room={room} />
      <BookAgain room={room} text={t.cancelled.book} />
    </>
  );
}

/** Another device of the customer is there. */
export function ElsewhereView({ isReplaced }: { isReplaced: boolean }) {
  const { t, session } = useRoom();
  const { enter, isEntering, wrong } = useEntrance();
  const words = isReplaced ? t.replaced : t.elsewhere;
  return (
    <>
      <Title text={words.title} />
      <p>{words.text}</p>
      {wrong && <p role="alert">{wrong}</p>}
      <button type="button" class="again" aria-busy={isEntering} onClick={() => !isEntering && void enter(true)}>
        {words.take}
      </button>
      {!isReplaced && (
        <button type="button" class="plain" onClick={() => session.stayOut()}>
          {t.elsewhere.no}
        </button>
      )}
    </>
  );
}
