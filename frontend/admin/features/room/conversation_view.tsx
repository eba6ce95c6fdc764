import { Button, FileButton, Group, Progress, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { drawnPhoto, type Line, longestText, photoFormats } from '../../../call';
import { useWords } from '../../language/words';
import { KeepButton } from './keep_button';
import styles from './room.module.css';
import { useAnnouncement, useObservable, useRoom } from './room_context';
import { roomWords } from './words';

/** Returns a photo of the conversation as it is kept. */
async function readPhoto(url: string): Promise<Blob | undefined> {
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => undefined); // then it cannot be drawn either
  return drawnPhoto(image);
}

/** Shows all of a line, which is higher once its photo is there. */
const showWhole = ({ currentTarget }: SyntheticEvent) => currentTarget.closest('li')?.scrollIntoView({ block: 'nearest' });

function LineView({ line: { id, isOwn, text, photoUrl, progress, isOverdue } }: { line: Line }) {
  const t = useWords(roomWords);
  const { name, keeper, session } = useRoom();
  useAnnouncement(isOverdue ? t.undelivered : '');
  return (
    <li data-own={isOwn}>
      <Text size="xs" c="dimmed">
        {isOwn ? t.you : name}
      </Text>
      {text && <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>}
      {photoUrl && (
        <a href={photoUrl} target="_blank" rel="noreferrer">
          <img src={photoUrl} alt={isOwn ? t.ownPhoto : t.photoFrom(name)} onLoad={showWhole} />
        </a>
      )}
      {photoUrl && <KeepButton keeper={keeper} photo={{ id, isOwn, read: () => readPhoto(photoUrl) }} />}
      {progress < 1 && !isOverdue && isOwn && (
        <Text size="xs" c="dimmed">
          {t.sending}
        </Text>
      )}
      {progress < 1 && !isOverdue && text === null && <Progress aria-label={isOwn ? t.sending : t.photoFrom(name)} value={progress * 100} />}
      {isOverdue && (
        <Group gap="xs">
          <Text size="xs" c="var(--mantine-color-error)">
            {t.undelivered}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => session.conversation.sendAgain(id)}>
            {t.sendAgain}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** What both sides write. */
export function ConversationView({ onClose }: { onClose(): void }) {
  const t = useWords(roomWords);
  const { session } = useRoom();
  const lines = useObservable(session.conversation.lines);
  const [wrong, setWrong] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => field.current?.focus(), []);
  const count = lines.length;
  useEffect(() => {
    if (count > 0) {
      list.current?.lastElementChild?.scrollIntoView({ block: 'nearest' });
    }
  }, [count]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    session.conversation.write(field.current?.value ?? '');
    event.currentTarget.reset();
  }
  async function sendPhoto(file: File | null) {
    setWrong(file && !(await session.conversation.sendPhoto(file)) ? t.photoWrong : '');
  }
  return (
    <Stack component="section" gap="xs" aria-label={t.text} onKeyDown={({ key }) => key === 'Escape' && onClose()}>
      <Title order={2} size="h3">
        {t.text}
      </Title>
      {lines.length === 0 && <Text c="dimmed">{t.textHint}</Text>}
      {/* A scrolling region must be focusable for keyboard users. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <ul ref={list} className={styles.lines} tabIndex={lines.length > 0 ? 0 : -1} aria-label={t.text}>
        {lines.map((line) => (
          <LineView key={line.id} line={line} />
        ))}
      </ul>
      <Group component="form" wrap="nowrap" gap="xs" onSubmit={send as never}>
        <TextInput ref={field} aria-label={t.textField} placeholder={t.textField} maxLength={longestText} autoComplete="off" flex={1} />
        <Button type="submit">{t.send}</Button>
      </Group>
      {wrong && (
        <Text c="var(--mantine-color-error)" role="alert">
          {wrong}
        </Text>
      )}
      <Group gap="xs">
        <FileButton accept={photoFormats.join(',')} onChange={(file) => void sendPhoto(file)}>
          {(props) => (
            <Button variant="default" {...props}>
              {t.photo}
            </Button>
          )}
        </FileButton>
        <Button variant="subtle" onClick={onClose}>
          {t.closesText}
        </Button>
      </Group>
    </Stack>
  );
}
