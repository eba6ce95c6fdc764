import type { TargetedEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Line, longestText, photoFormats } from '../../call';
import { useObservable, useRoom } from './room_context';

function LineView({ line: { id, isOwn, text, photoUrl, progress, isOverdue }, name }: { line: Line; name: string }) {
  const { t, session } = useRoom();
  return (
    <li class={isOwn ? 'own-line' : undefined}>
      <small>{isOwn ? t.text.own : name}</small>
      {text && <span>{text}</span>}
      {photoUrl && (
        <a href={photoUrl} target="_blank" rel="noreferrer">
          <img src={photoUrl} alt={isOwn ? t.text.ownPhoto : t.text.photoOf(name)} />
        </a>
      )}
      {progress < 1 && !isOverdue && (
        <>
          {isOwn && <small>{t.text.sending}</small>}
          {text === null && <progress aria-label={isOwn ? t.text.sending : t.text.photoOf(name)} value={progress} />}
        </>
      )}
      {isOverdue && (
        <>
          <small class="undelivered">{t.text.undelivered}</small>
          <button type="button" class="plain" onClick={() => session.conversation.sendAgain(id)}>
            {t.text.again}
          </button>
        </>
      )}
    </li>
  );
}

/** What both sides write. */
export function ConversationView({ name, onClose }: { name: string; onClose(): void }) {
  const { t, session } = useRoom();
  const lines = useObservable(session.conversation.lines);
  const [wrong, setWrong] = useState('');
  const [isPreparing, setPreparing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' }), [lines.length]);

  function send(event: TargetedEvent<HTMLFormElement>) {
    event.preventDefault();
    session.conversation.write(field.current?.value ?? '');
    event.currentTarget.reset();
  }
  async function sendPhoto({ currentTarget }: TargetedEvent<HTMLInputElement>) {
    const [file] = currentTarget.files ?? [];
    currentTarget.value = '';
    if (file) {
      setWrong('');
      setPreparing(true);
      setWrong((await session.conversation.sendPhoto(file)) ? '' : t.text.noPhoto);
      setPreparing(false);
    }
  }
  return (
    // Escape closes it from each of its buttons, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section class="conversation" aria-label={t.text.title} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <h2>{t.text.title}</h2>
      {lines.length === 0 && <p class="hint">{t.text.none}</p>}
      <ul ref={list}>
        {lines.map((line) => (
          <LineView key={line.id} line={line} name={name} />
        ))}
      </ul>
      <form onSubmit={send}>
        <input
          ref={field}
          aria-label={t.text.message}
          placeholder={t.text.message}
          maxLength={longestText}
          autocomplete="off"
        />
        <button class="plain">{t.text.send}</button>
      </form>
      <label class="plain">
        {t.text.photo}
        <input type="file" class="hidden" accept={photoFormats.join(',')} onChange={(event) => void sendPhoto(event)} />
      </label>
      <output class="hint">{isPreparing && t.text.preparing}</output>
      <p role="alert">{wrong}</p>
      <button type="button" class="plain" onClick={onClose}>
        {t.text.close}
      </button>
    </section>
  );
}
