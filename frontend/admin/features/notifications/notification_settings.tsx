import { Fieldset, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useChange } from '../../api/use_change';
import { type Language, useLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import { type NotificationSetting, notificationSettingsQuery, notificationSettingsUpdate } from './notification_query';
import { notificationWords } from './words';

const locales = { de: 'DE', en: 'EN' } as const satisfies Record<Language, string>;

const inputOf = ({ kind, byEmail }: NotificationSetting, language: Language) => ({ input: { settings: [{ kind, byEmail }], locale: locales[language] } });

/** Of what the user gets an email. */
export function NotificationSettings() {
  const t = useWords(notificationWords);
  const settings = useLiveQuery(notificationSettingsQuery, {}, { touches: setUp });
  return (
    <Stack component="section" aria-label={t.title} gap="sm">
      <Title order={2}>{t.title}</Title>
      <Answer of={settings}>
        {({ me }) => {
          const email = me?.staff.access?.email;
          return email ? <Switches key={email} email={email} list={me.notificationSettings} /> : <Text>{t.noAddress}</Text>;
        }}
      </Answer>
    </Stack>
  );
}

function Switches({ email, list }: { email: string; list: readonly NotificationSetting[] }) {
  const t = useWords(notificationWords);
  const { language } = useLanguage();
  const { client } = useApi();
  const change = useChange();
  const [isSaving, setSaving] = useState(false);
  // What is chosen shows at once, and until the answer has it.
  const [choice, setChoice] = useState<{ setting: NotificationSetting; list: readonly NotificationSetting[] }>();
  const chosen = choice?.list === list ? choice.setting : undefined;
  const setChosen = (setting?: NotificationSetting) => setChoice(setting && { setting, list });

  async function set(setting: NotificationSetting) {
    const former = { ...setting, byEmail: !setting.byEmail };
    setChosen(setting);
    setSaving(true);
    const { done } = await change(notificationSettingsUpdate, inputOf(setting, language), {
      async undo() {
        setChosen(former);
        const undone = await send(client, notificationSettingsUpdate, inputOf(former, language));
        if (!undone.done) {
          setChosen(undefined);
        }
        return undone;
      },
    });
    setSaving(false);
    if (!done) {
      setChosen(undefined);
    }
  }
  return (
    <Fieldset variant="unstyled" legend={t.to(email)}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t.content}
        </Text>
        {list.map(({ kind, byEmail }) => (
          <Switch
            key={kind}
            label={t.kinds[kind]}
            checked={chosen?.kind === kind ? chosen.byEmail : byEmail}
            disabled={isSaving}
            onChange={(event) => void set({ kind, byEmail: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </Fieldset>
  );
}
