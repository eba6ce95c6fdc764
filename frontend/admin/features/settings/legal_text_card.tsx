import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { SavedText } from '../../parts/saved_text';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { legalWords } from './legal_words';
import type { BranchSettings } from './settings_query';
import type { useBranchUpdate } from './use_branch_update';

interface Props {
  kind: 'imprint' | 'privacyNotice' | 'terms';
  branch: BranchSettings;
  save: ReturnType<typeof useBranchUpdate>;
}

type Place = 'none' | 'site' | 'here';

/** One legal text: the address of the salon's own page, or the text itself. */
export function LegalTextCard({ kind, branch, save }: Props) {
  const t = useWords(legalWords);
  const { moment } = useFormat();
  const saved = branch[kind];
  const before = { url: saved?.url ?? '', text: saved?.text ?? '' };
  const savedPlace: Place = (before.url && 'site') || (before.text && 'here') || 'none';
  // Where the next text is to stand is saved with the text.
  const draft = useKeptDraft(`legal text ${kind}`, { place: savedPlace, ...before });
  const { place } = draft.value;
  // The fields hold what is written, so they begin again without a draft.
  const [discards, setDiscards] = useState(0);
  const saveContent = async (content: { url: string; text: string }) => {
    const wrong = await save({ [kind]: content }, { [kind]: before });
    if (wrong === undefined) {
      draft.drop();
    }
    return wrong;
  };

  function choose(next: Place) {
    draft.write({ ...draft.value, place: next });
    if (next === 'none' && savedPlace !== 'none') {
      void saveContent({ url: '', text: '' });
    }
  }
  return (
    <Card withBorder component="section" aria-label={t[kind]}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>{t[kind]}</Title>
          {saved && (
            <Anchor href={saved.pageUrl} target="_blank" rel="noopener" aria-label={t.openOf(t[kind])}>
              {t.open}
            </Anchor>
          )}
        </Group>
        <Text c="dimmed">{t.hints[kind]}</Text>
        <RestoredDraft of={draft} onDiscard={() => setDiscards(discards + 1)} />
        <Choice
          label={t.place(t[kind])}
          value={place}
          data={(['none', 'site', 'here'] as const).map((value) => ({ value, label: t.places[value] }))}
          onChange={(event) => choose(event.currentTarget.value as Place)}
        />
        {place === 'site' && <SavedText key={`site ${discards}`} draft={{ value: draft.value.url, write: (url) => draft.write({ ...draft.value, url }) }} type="url" label={t.url(t[kind])} value={before.url} save={(url) => saveContent({ url, text: '' })} />}
        {saved && <Text size="sm" c="dimmed">{t.version(saved.version, moment(saved.since, branch.timeZone))}</Text>}
        {place === 'here' && <SavedText key={`here ${discards}`} draft={{ value: draft.value.text, write: (text) => draft.write({ ...draft.value, text }) }} multiline label={t.text(t[kind])} value={before.text} save={(text) => saveContent({ url: '', text })} />}
      </Stack>
    </Card>
  );
}
