import { Stack, Switch, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { useChange } from '../../api/use_change';
import { type Language, useLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import { Answer } from '../../parts/page';
import { DeviceSection } from './device_section';
import { locales } from '../../session/notification_locale';
import { type NotificationSetting, notificationSettingsQuery, notificationSettingsUpdate } from './notification_query';
import { notificationWords } from './words';

const inputOf = ({ kind, byEmail, byPush }: NotificationSetting, language: Language) => ({ input: { settings: [{ kind, byEmail, byPush }], locale: locales[language] } });

/** Of what the user gets an email or a push. */
export function NotificationSettings() {
  const t = useWords(notificationWords);
  const settings = useLiveQuery(notificationSettingsQuery, {}, { touches: setUp });
  return (
    <Stack component="section" aria-label={t.title} gap="sm">
      <Title order={2}>{t.title}</Title>
      <Answer of={settings}>
        {({ me }) =>
          me && (
            <Stack>
              <Kinds email={me.staff.access?.email ?? ''} hasDevice={me.pushSubscriptions.length > 0} list={me.notificationSettings} />
              <DeviceSection me={me} />
            </Stack>
          )
        }
      </Answer>
    </Stack>
  );
}

interface KindsProps {
  /** Empty: the user signs in without one. */
  email: string;
  /** Whether a device of the user gets pushes. */
  hasDevice: boolean;
  list: readonly NotificationSetting[];
}

/** A row for each kind, with a switch for each way. */
function Kinds({ email, hasDevice, list }: KindsProps) {
  const t = useWords(notificationWords);
  const { language } = useLanguage();
  const { client } = useApi();
  const change = useChange();
  const [isSaving, setSaving] = useState(false);
  // What is chosen shows at once, and until the answer has it.
  const [choice, setChoice] = useState<{ setting: NotificationSetting; list: readonly NotificationSetting[] }>();
  const chosen = choice?.list === list ? choice.setting : undefined;
  const setChosen = (setting?: NotificationSetting) => setChoice(setting && { setting, list });
  const ways = [...(email ? (['byEmail'] as const) : []), 'byPush' as const];

  async function set(setting: NotificationSetting, former: NotificationSetting) {
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
    <>
      <Text>{email ? t.to(email) : t.noAddress}</Text>
      <Text size="sm" c="dimmed">
        {t.content}
      </Text>
      {!hasDevice && (
        <Text size="sm" c="dimmed">
          {t.noDevice}
        </Text>
      )}
      <Table horizontalSpacing="xs" withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th pl={0}>{t.kind}</Table.Th>
            {ways.map((way) => (
              <Table.Th key={way} w={64}>
                {t[way]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {list.map((saved) => {
            const setting = chosen?.kind === saved.kind ? chosen : saved;
            return (
              <Table.Tr key={saved.kind}>
                <Table.Th scope="row" pl={0} fw="normal">
                  {t.kinds[saved.kind]}
                </Table.Th>
                {ways.map((way) => (
                  <Table.Td key={way}>
                    {(way === 'byPush' || saved.kind !== 'CUSTOMER_WAITS') && ( // of which an email would come too late
                      <Switch
                        aria-label={t.of(t.kinds[saved.kind], t[way])}
                        checked={setting[way]}
                        disabled={isSaving || (way === 'byPush' && !hasDevice)}
                        onChange={(event) => void set({ ...setting, [way]: event.currentTarget.checked }, setting)}
                      />
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </>
  );
}
