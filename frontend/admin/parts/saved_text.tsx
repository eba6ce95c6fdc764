import { TextInput, type TextInputProps, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'error' | 'defaultValue'> {
  /** What is saved. */
  value: string;
  /** Saves the text and returns the error message, if any. */
  save(value: string): Promise<string | undefined>;
  /** Whether to allow several lines. */
  multiline?: boolean;
}

/** A text field that saves itself on blur and Enter. Escape restores what is saved. */
export function SavedText({ value, save, multiline, ...props }: Props) {
  const [written, setWritten] = useState(value);
  const [wrong, setWrong] = useState<string>();
  const saved = useRef(value);

  useEffect(() => {
    // Shows changes by others and by undo, unless the user is typing.
    setWritten((now) => (now === saved.current ? value : now));
    saved.current = value;
  }, [value]);

  async function leave() {
    const wanted = written.trim();
    if (wanted === saved.current) {
      setWritten(wanted);
      setWrong(undefined);
      return;
    }
    const message = await save(wanted);
    setWrong(message);
    if (message === undefined) {
      saved.current = wanted;
      setWritten(wanted);
    }
  }

  const common = { ...props, value: written, error: wrong, onBlur: () => void leave() };
  function back() {
    setWritten(saved.current);
    setWrong(undefined);
  }
  if (multiline) {
    return (
      <Textarea
        {...(common as object)}
        value={written}
        autosize
        minRows={2}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && back()}
      />
    );
  }
  return (
    <TextInput
      {...common}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          void leave();
        }
        if (event.key === 'Escape') {
          back();
        }
      }}
    />
  );
}
