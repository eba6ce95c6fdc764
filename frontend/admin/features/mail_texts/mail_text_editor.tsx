import { Button, Fieldset, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useApi } from '../../api/api';
import { isChangedMeanwhile, send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { MailTextPreview } from './mail_text_preview';
import { type Content, type MailText, mailTextSet } from './mail_texts_query';
import { unknownPlaceholders } from './unknown_placeholders';
import { mailTextsWords } from './words';

interface Props {
  branchId: string;
  text: MailText;
}

const fields = ['subject', 'opening', 'closing'] as const;

const builtIn: Content = { subject: '', opening: '', closing: '' };

const contentOf = ({ subject, opening, closing }: Content): Content => ({ subject, opening, closing });

const isSame = (a: Content, b: Content) => fields.every((field) => a[field] === b[field]);

/** Edits the texts of the emails of a kind in a language, beside a preview. */
export function MailTextEditor({ branchId, text }: Props) {
  const t = useWords(mailTextsWords);
  const common = useWords(commonWords);
  const { client } = useApi();
  const change = useChange();
  const [errors, setErrors] = useState<Partial<Content>>({});
  const [meanwhile, setMeanwhile] = useState<{ content: Content; version: number }>();
  // Where a placeholder is inserted.
  const written = useRef<HTMLInputElement | HTMLTextAreaElement | null>(null);

  const { kind, locale, placeholders } = text;
  const draft = useKeptDraft<Content>(`mail text ${kind} ${locale}`, contentOf(text.own), text.version);
  const { value: content, before, version, write } = draft;
  const unknown = (field: keyof Content) => unknownPlaceholders(content[field], placeholders);
  const isWrong = fields.some((field) => unknown(field).length > 0);
  const inputOf = (next: Content, expectedVersion: number) => ({
    input: { branchId, kind, locale, content: { subject: next.subject, opening: next.opening, closing: next.closing }, expectedVersion },
  });

  function drop() {
    draft.drop();
    setErrors({});
    setMeanwhile(undefined);
  }

  /** `replaced` is what is saved now. */
  async function save(next = content, replaced = { content: before, version }) {
    const outcome = await change(mailTextSet, inputOf(next, replaced.version), {
      undo: ({ mailText }) => send(client, mailTextSet, inputOf(replaced.content, mailText?.version ?? 0)),
      fields: ['expectedVersion', ...fields.map((field) => `content.${field}`)],
    });
    if (outcome.done) {
      drop();
    } else if (isChangedMeanwhile(outcome)) {
      const now = outcome.payload?.mailText;
      setMeanwhile(now ? { content: now.own, version: now.version } : undefined);
    } else {
      setErrors(Object.fromEntries(outcome.errors.map(({ field, message }) => [field.at(-1), message])));
    }
  }

  function insert(placeholder: string) {
    const element = written.current;
    const field = fields.find((name) => name === element?.name) ?? 'opening';
    const value = content[field];
    const [from, to] = element ? [element.selectionStart ?? value.length, element.selectionEnd ?? value.length] : [value.length, value.length];
    write({ ...content, [field]: value.slice(0, from) + placeholder + value.slice(to) });
    element?.focus();
  }

  const field = (name: keyof Content) => ({
    name,
    label: t[name],
    lang: locale.toLowerCase(),
    value: content[name],
    placeholder: text.builtIn[name],
    error: unknown(name).length > 0 ? t.unknown(unknown(name).join(', ')) : errors[name],
    onFocus: (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      written.current = event.currentTarget;
    },
    onChange: (event: { currentTarget: { value: string } }) => {
      setErrors({});
      write({ ...content, [name]: event.currentTarget.value });
    },
  });
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" mt="md">
      <Stack>
        <RestoredDraft
          of={draft}
          onDiscard={() => {
            setErrors({});
            setMeanwhile(undefined);
          }}
        />
        <Text c="dimmed">{t.emptyHint}</Text>
        <TextInput {...field('subject')} />
        <Textarea {...field('opening')} description={t.openingHint} autosize minRows={4} />
        <Textarea {...field('closing')} description={t.closingHint} autosize minRows={2} />
        <Fieldset variant="unstyled" legend={t.placeholders}>
          <Group gap="xs">
            {placeholders.map((placeholder) => (
              <Button key={placeholder} variant="default" size="compact-md" onClick={() => insert(placeholder)}>
                {t.placeholderNames[placeholder as keyof typeof t.placeholderNames] ?? placeholder}
              </Button>
            ))}
          </Group>
        </Fieldset>
        {draft.isChanged && meanwhile && (
          <ChangedMeanwhile
            now={fields.map((name) => meanwhile.content[name]).filter(Boolean).join(' · ')}
            onReload={drop}
            onReplace={() => void save(content, meanwhile)}
          />
        )}
        <Group>
          {draft.isChanged && (
            <>
              <Button disabled={isWrong} onClick={() => void save()}>
                {common.save}
              </Button>
              <Button variant="default" onClick={drop}>
                {t.discard}
              </Button>
            </>
          )}
          {!draft.isChanged && !isSame(text.own, builtIn) && (
            <Button variant="default" onClick={() => void save(builtIn)}>
              {t.useBuiltIn}
            </Button>
          )}
        </Group>
      </Stack>
      <MailTextPreview branchId={branchId} kind={kind} locale={locale} content={content} />
    </SimpleGrid>
  );
}
