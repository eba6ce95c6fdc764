import { Alert, Button, Group, List, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { createPasskey, knowsPasskeys } from '../../api/passkey';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { SavedText } from '../../parts/saved_text';
import { useBranch } from '../../session/branch';
import { passkeyCreate, passkeyCreateBegin, passkeyRemove, passkeyRequirementSet, passkeyUpdate, recoveryCodesRenew } from './passkey_changes';
import type { OwnAccess } from './settings_query';
import { settingsWords } from './words';

/** The passkeys of the user, with their recovery codes. */
export function PasskeysSection({ passkeys, passkeyRequired, recoveryCodesLeft }: Omit<OwnAccess, 'sessions'>) {
  const t = useWords(settingsWords);
  const change = useChange();
  const [codes, setCodes] = useState<readonly string[]>([]);

  async function renew() {
    const outcome = await change(recoveryCodesRenew, {}, { done: t.codesRenewed });
    setCodes(outcome.done ? outcome.payload.recoveryCodes : []);
  }
  return (
    <Stack component="section">
      <Title order={2}>{t.passkeys}</Title>
      <Text c="dimmed">{t.passkeysHint}</Text>
      {passkeys.length === 0 && <Text>{t.noPasskeyYet}</Text>}
      {passkeys.map((passkey) => (
        <Passkey key={passkey.id} passkey={passkey} />
      ))}
      {knowsPasskeys() ? <NewPasskey onCodes={setCodes} /> : <Text>{t.passkeysUnknown}</Text>}
      {codes.length > 0 && (
        <Alert color="gray">
          <Text fw={600}>{t.codesOnce}</Text>
          <List listStyleType="none">
            {codes.map((code) => (
              <List.Item key={code}>
                <code>{code}</code>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {passkeys.length > 0 && (
        <>
          <Switch
            label={t.passkeyRequired}
            checked={passkeyRequired}
            onChange={(event) => void change(passkeyRequirementSet, { input: { required: event.currentTarget.checked } })}
          />
          <Group>
            <Button variant="default" onClick={() => void renew()}>
              {t.renewCodes}
            </Button>
            <Text c="dimmed">{t.codesLeft(recoveryCodesLeft)}</Text>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Passkey({ passkey: { id, name, createdAt, lastUsedAt } }: { passkey: OwnAccess['passkeys'][number] }) {
  const t = useWords(settingsWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const change = useChange();
  const [isSure, setSure] = useState(false);

  async function rename(wanted: string) {
    const outcome = await change(passkeyUpdate, { input: { id, name: wanted } }, { fields: ['name'] });
    return outcome.done ? undefined : outcome.errors.find(({ field }) => field[0] === 'name')?.message;
  }
  return (
    <Group justify="space-between" align="flex-end">
      <SavedText
        label={t.passkeyName}
        description={lastUsedAt ? t.lastUsed(format.moment(lastUsedAt, timeZone)) : t.createdAt(format.moment(createdAt, timeZone))}
        value={name}
        save={rename}
      />
      <Button variant="subtle" aria-label={t.removePasskeyOf(name)} onClick={() => setSure(true)}>
        {t.removePasskey}
      </Button>
      <Confirm
        opened={isSure}
        title={t.removePasskey}
        onClose={() => setSure(false)}
        onConfirm={() => void change(passkeyRemove, { input: { id } }, { done: t.passkeyRemoved })}
      >
        {t.removePasskeyHint}
      </Confirm>
    </Group>
  );
}

/** Creates a passkey in this browser. */
function NewPasskey({ onCodes }: { onCodes(codes: readonly string[]): void }) {
  const t = useWords(settingsWords);
  const change = useChange();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();

  async function create(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') {
      setWrong(t.passkeyNameMissing);
      return;
    }
    const begun = await change(passkeyCreateBegin, {}, { done: t.passkeyBegun });
    const options = begun.done ? begun.payload.options : undefined;
    const credential = options ? await createPasskey(options) : undefined;
    if (!credential) {
      setWrong(t.passkeyCancelled);
      return;
    }
    const outcome = await change(passkeyCreate, { input: { credential, name } }, { done: t.passkeyCreated, fields: ['name', 'credential'] });
    setWrong(outcome.done ? undefined : outcome.errors[0]?.message);
    if (outcome.done) {
      setName('');
      onCodes(outcome.payload.recoveryCodes);
    }
  }
  return (
    <form onSubmit={(event) => void create(event)} noValidate>
      <Stack align="flex-start">
        <TextInput label={t.newPasskeyName} description={t.newPasskeyHint} value={name} error={wrong} onChange={(event) => setName(event.currentTarget.value)} />
        <Button type="submit" variant="default">
          {t.createPasskey}
        </Button>
      </Stack>
    </form>
  );
}
