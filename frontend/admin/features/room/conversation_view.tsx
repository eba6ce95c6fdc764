import { Button, FileButton, Group, Progress, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Line, longestText, photoFormats } from '../../../call';
import { useWords } from '../../language/words';
import { PhotoOfLine } from './photo_of_line';
import styles from './room.module.css';
import { useObservable, useRoom } from './room_context';
import { roomWords } from './words';

function LineView({ line }: { line: Line }) {
  const { id, isOwn, text, progress, isOverdue } = line;
  const t = useWords(roomWords);
  const { name, session } = useRoom();
  return (
    <li data-own={isOwn}>
      <Text size="xs" c="dimmed">
        {isOwn ? t.you : name}
      </Text>
      {text && <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>}
      <PhotoOfLine line={line} />
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
