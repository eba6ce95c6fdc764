import { Group } from '@mantine/core';
import { useState } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { localeWords } from '../../language/locale_words';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { Answer, Page } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { MailTextEditor } from './mail_text_editor';
import { type MailText, mailTextsQuery } from './mail_texts_query';
import { mailTextsWords } from './words';

/** The texts of the emails to customers of a branch. */
export function MailTextsPage() {
  const t = useWords(mailTextsWords);
  const { id } = useBranch();
  return (
    <Page title={t.title} intro={t.intro} width="list">
      <Texts key={id} branchId={id} />
    </Page>
  );
}

function Texts({ branchId }: { branchId: string }) {
  const t = useWords(mailTextsWords);
  const names = useWords(localeWords);
  const { locale: own } = useBranch();
  const answer = useLiveQuery(mailTextsQuery, { branchId }, { touches: setUp });
  const [kind, setKind] = useState<MailText['kind']>('CONFIRMED');
  const [locale, setLocale] = useState<MailText['locale']>(own);

  return (
    <Answer of={answer}>
      {({ mailTexts }) => {
        const mark = (text: MailText, name: string) => (Object.values(text.own).some(Boolean) ? t.changed(name) : name);
        const texts = mailTexts.filter((text) => text.locale === locale);
        const shown = texts.find((text) => text.kind === kind);
        return (
          <>
            <Group align="flex-end">
              <Choice
                label={t.kind}
                value={kind}
                data={texts.map((text) => ({ value: text.kind, label: mark(text, t.kinds[text.kind]) }))}
                onChange={(event) => setKind(event.currentTarget.value as MailText['kind'])}
              />
              <Choice
                label={t.language}
                value={locale}
                data={mailTexts.filter((text) => text.kind === kind).map((text) => ({ value: text.locale, label: mark(text, names[text.locale]) }))}
                onChange={(event) => setLocale(event.currentTarget.value as MailText['locale'])}
              />
            </Group>
            {shown && (
              <MailTextEditor key={`${shown.kind} ${shown.locale}`} branchId={branchId} text={shown} />
            )}
          </>
        );
      }}
    </Answer>
  );
}
