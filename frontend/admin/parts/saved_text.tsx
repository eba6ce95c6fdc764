import { TextInput, type TextInputProps, Textarea } from '@mantine/core';
import { type ClipboardEvent, type ComponentType, useEffect, useRef, useState } from 'react';

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'error' | 'defaultValue'> {
  /** What is saved. */
  value: string;
  /** Saves the text and returns the error message, if any. */
  save(value: string): Promise<string | undefined>;
  /** Shown below the field: may offer something else than what is written. */
  suggest?: ComponentType<{ written: string; onTake(value: string): void }>;
  /** Where what is written is kept until it is saved. */
  draft?: { value: string; write(value: string): void };
  /** Whether to allow several lines. */
  multiline?: boolean;
}

/** A text field that saves itself on blur and Enter. Escape restores what is saved. */
export function SavedText({ value, save, suggest: Suggestion, draft, multiline, ...props }: Props) {
  const [written, setOwn] = useState(draft?.value ?? value);
  const [wrong, setWrong] = useState<string>();
  const saved = useRef(value);

  useEffect(() => {
    // Shows changes by others and by undo, unless the user is typing.
    setOwn((now) => (now === saved.current ? value : now));
    saved.current = value;
  }, [value]);

  function setWritten(next: string) {
    setOwn(next);
    draft?.write(next);
  }
  async function leave(wanted = written.trim()) {
    if (wanted === saved.current) {
      setWritten(wanted);
      setWrong(undefined);
      return;
    }
    const message = await save(wanted);
    setWrong(message);
    if (message === undefined) {
      saved.current = wanted;
      setOwn(wanted);
    }
  }

  const common = { ...props, value: written, error: wrong, onBlur: () => void leave() };
  function back() {
    setWritten(saved.current);
    setWrong(undefined);
  }
  /** Joins pasted lines by spaces: without them, browsers would join the last word of a line with the first of the next. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const text = event.clipboardData.getData('text');
    if (/[\r\n]/.test(text)) {
      event.preventDefault();
      const { value: before, selectionStart, selectionEnd } = event.currentTarget;
      const line = text.replace(/\s*[\r\n]\s*/g, ' ');
      setWritten(before.slice(0, selectionStart ?? before.length) + line + before.slice(selectionEnd ?? before.length));
    }
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
    <div>
      <TextInput
        {...common}
        onPaste={paste}
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
      {Suggestion && (
        <Suggestion
          written={written}
          onTake={(taken) => {
            setWritten(taken);
            void leave(taken);
          }}
        />
      )}
    </div>
  );
}
