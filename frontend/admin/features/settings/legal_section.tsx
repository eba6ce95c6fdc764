import { Stack, Text } from '@mantine/core';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { LegalTextCard } from './legal_text_card';
import { legalWords } from './legal_words';
import { PhotosKept } from './photos_kept';
import { RetentionCard } from './retention_card';
import type { BranchSettings } from './settings_query';
import { useBranchUpdate } from './use_branch_update';

/** The legal texts of a branch, and the note on value added tax. */
export function LegalSection({ branch }: { branch: BranchSettings }) {
  const t = useWords(legalWords);
  const save = useBranchUpdate(branch.id);
  const { vatNote } = branch;
  return (
    <Stack maw={640}>
      <Text c="dimmed">{t.hint}</Text>
      {(['imprint', 'privacyNotice', 'terms'] as const).map((kind) => (
        <LegalTextCard key={kind} kind={kind} branch={branch} save={save} />
      ))}
      <RetentionCard branch={branch} />
      <PhotosKept branch={branch} save={save} />
      <Choice
        label={t.vatNote}
        description={t.vatNoteHint}
        value={vatNote}
        data={(['INCLUDED', 'NOT_CHARGED'] as const).map((value) => ({ value, label: t.vatNoteChoices[value] }))}
        onChange={(event) => void save({ vatNote: event.currentTarget.value as typeof vatNote }, { vatNote })}
      />
    </Stack>
  );
}
