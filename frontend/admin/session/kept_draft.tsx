import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { unguessable } from '../../environment/unguessable';
import { useWords } from '../language/words';
import { useBranch } from './branch';
import { draftWords } from './draft_words';
import styles from './kept_draft.module.css';
import { useSession } from './session';
import { hasDraft, readDraft, removeDraft, type StoredDraft, writeDraft } from './stored_draft';

/** Unsaved edits of a form. */
export interface KeptDraft<Value> {
  /** What is edited; without edits what is saved. */
  value: Value;
  /** What was saved at the first edit. */
  before: Value;
  /** The version of that. */
  version: number;
  /** The same until the draft is dropped, also on another visit: an idempotency key for what the form creates. */
  id: string;
  isChanged: boolean;
  /** Whether the edits are those of an earlier visit. */
  isRestored: boolean;
  write(next: Value): void;
  /** Discards the edits, or forgets them once they are saved. */
  drop(): void;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Holds unsaved edits, and keeps them in the tab until they are saved or dropped: when the user leaves the page, closes the
 * dialog or loads the page again. Whoever leaves them is told so. Without edits the value follows what is saved; with
 * edits, `before` and `version` stay those at the first edit. Give it nothing secret.
 */
export function useKeptDraft<Value>(name: string, saved: Value, savedVersion = 0): KeptDraft<Value> {
  const t = useWords(draftWords);
  const { me } = useSession();
  const { id: branchId } = useBranch();
  const key = `visavis-draft ${me.profile.id} ${branchId} ${name}`;
  const read = () => {
    const draft = readDraft(key, saved);
    return { key, draft, isRestored: draft !== undefined, id: draft?.id ?? unguessable() };
  };
  const [held, setHeld] = useState<{ key: string; draft: StoredDraft<Value> | undefined; isRestored: boolean; id: string }>(read);
  const now = held.key === key ? held : read();
  if (now !== held) {
    setHeld(now);
  }

  const text = useRef(t.kept);
  useEffect(() => {
    text.current = t.kept;
  });
  useEffect(() => {
    if (hasDraft(key)) {
      notifications.hide('draft-kept'); // it stands here again
    }
    return () => {
      if (hasDraft(key)) {
        notifications.show({ id: 'draft-kept', message: text.current });
      }
    };
  }, [key]);

  const { value, before, version } = now.draft ?? { value: saved, before: saved, version: savedVersion };
  function drop() {
    removeDraft(key);
    setHeld({ key, draft: undefined, isRestored: false, id: unguessable() });
  }
  function write(next: Value) {
    if (isSame(next, before)) {
      removeDraft(key);
      setHeld({ ...now, draft: undefined });
      return;
    }
    const draft = { id: now.id, value: next, before, version };
    writeDraft(key, draft);
    setHeld({ ...now, draft });
  }
  return { value, before, version, id: now.id, isChanged: now.draft !== undefined, isRestored: now.isRestored && now.draft !== undefined, write, drop };
}

interface RestoredDraftProps {
  of: Pick<KeptDraft<unknown>, 'isRestored' | 'drop'>;
  /** Resets what the form holds besides. */
  onDiscard?(): void;
}

/** Says that a form shows the edits of an earlier visit, and discards them. */
export function RestoredDraft({ of: { isRestored, drop }, onDiscard }: RestoredDraftProps) {
  const t = useWords(draftWords);
  function discard() {
    onDiscard?.();
    drop();
  }
  return (
    isRestored && (
      <Group className={styles.notice} justify="space-between" my="sm">
        <Text component="output" size="sm">
          {t.restored}
        </Text>
        <Button size="compact-md" variant="default" onClick={discard}>
          {t.discard}
        </Button>
      </Group>
    )
  );
}
