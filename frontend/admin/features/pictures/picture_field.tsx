import { Button, FileButton, Group, Input, Stack } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { pictureAdd } from './picture_changes';
import styles from './picture_field.module.css';
import { inBase64, smallEnough } from './small_enough';
import { pictureWords } from './words';

interface Props {
  label: string;
  description: string;
  /** The picture now. */
  value: { id: string; url: string; width: number; height: number } | null;
  /** Whether it is shown as a circle, as photos of people are. */
  round?: boolean;
  /** Saves the ID of a picture, empty for none, and returns the error message, if any. */
  save(id: string): Promise<string | undefined>;
}

/** A picture that can be chosen, replaced and removed. Large ones are made smaller before they are sent. */
export function PictureField({ label, description, value, round = false, save }: Props) {
  const t = useWords(pictureWords);
  const { unreachable } = useWords(commonWords);
  const { client } = useApi();
  const [wrong, setWrong] = useState<string>();
  const [isSending, setSending] = useState(false);

  async function choose(file: File | null) {
    if (!file) {
      return;
    }
    setSending(true);
    setWrong(undefined);
    try {
      const outcome = await send(client, pictureAdd, { input: { content: await inBase64(await smallEnough(file)) } });
      setWrong(outcome.done ? await save(outcome.payload.picture?.id ?? '') : outcome.errors[0]?.message || unreachable);
    } catch {
      setWrong(t.unreadable); // it may have been removed meanwhile
    } finally {
      setSending(false);
    }
  }

  return (
    <Input.Wrapper label={label} description={description} error={wrong} labelElement="div">
      <Stack gap="xs" mt="xs">
        {value && <img className={round ? styles.round : styles.picture} src={value.url} width={value.width} height={value.height} alt={label} />}
        <Group gap="xs">
          <FileButton accept="image/png,image/jpeg,image/webp,image/svg+xml" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={isSending} aria-label={`${value ? t.replace : t.choose}: ${label}`}>
                {value ? t.replace : t.choose}
              </Button>
            )}
          </FileButton>
          {value && (
            <Button variant="subtle" aria-label={`${t.remove}: ${label}`} onClick={() => void save('').then(setWrong)}>
              {t.remove}
            </Button>
          )}
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
