import { Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { type PushFailure, pushObstacle, pushSubscription, subscribeToPush, unsubscribeFromPush } from '../../api/push_device';
import { useChange } from '../../api/use_change';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { useSession } from '../../session/session';
import { saveDevice } from '../../session/kept_device';
import { type PushDevice, type PushState, pushSubscriptionRemove } from '../../session/push_query';
import { pushWords } from './push_words';

/** Pushes to this device, and the user's devices that get them. */
export function DeviceSection({ me }: { me: PushState }) {
  const t = useWords(pushWords);
  const { signedInBy } = useSession().me;
  return (
    <Stack component="section" aria-label={t.title} gap="sm">
      <Title order={3} size="h4">
        {t.title}
      </Title>
      {signedInBy === 'PIN' ? <Text>{t.byPin}</Text> : <ThisDevice me={me} />}
      {me.pushSubscriptions.length > 0 && <Devices devices={me.pushSubscriptions} />}
    </Stack>
  );
}

/** Switches pushes to this device on and off, or says why they cannot be. */
function ThisDevice({ me }: { me: PushState }) {
  const t = useWords(pushWords);
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const { client, freshness } = useApi();
  const [formerObstacle] = useState(pushObstacle);
  const [obstacle, setObstacle] = useState(formerObstacle);
  const own = me.pushSubscriptions.find(({ current }) => current);
  const isSubscribed = useSubscribed(own?.id);
  const [wanted, setWanted] = useState<boolean>();
  const [problem, setProblem] = useState('');

  async function turnOn(): Promise<string> {
    const answer = await subscribeToPush(me.pushKey);
    if (typeof answer === 'string') {
      setObstacle(pushObstacle());
      return failureText(answer);
    }
    const outcome = await saveDevice(client, me, answer, language);
    if (outcome.done) {
      return '';
    }
    await unsubscribeFromPush();
    return outcome.errors[0]?.message || common.unreachable;
  }
  async function turnOff(): Promise<string> {
    await unsubscribeFromPush();
    const outcome = own && (await send(client, pushSubscriptionRemove, { input: { id: own.id } }));
    return !outcome || outcome.done ? '' : outcome.errors[0]?.message || t.offUnheard;
  }
  // A denial shows as an obstacle.
  const failureText = (failure: PushFailure) => (failure === 'denied' ? '' : t.failures[failure]);

  async function turn(on: boolean) {
    setWanted(on);
    setProblem('');
    setProblem(await (on ? turnOn() : turnOff()));
    freshness.refresh();
    setWanted(undefined);
  }
  if (obstacle) {
    return <Text role={obstacle === formerObstacle ? undefined : 'alert'}>{t.obstacles[obstacle]}</Text>;
  }
  return (
    <Stack gap={4}>
      <Switch
        label={t.onThisDevice}
        checked={wanted ?? isSubscribed}
        disabled={wanted !== undefined}
        onChange={(event) => void turn(event.currentTarget.checked)}
      />
      <Text size="sm" c="dimmed">
        {t.hint}
      </Text>
      <output>{wanted !== undefined && <Text size="sm">{wanted ? t.turningOn : t.turningOff}</Text>}</output>
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}

/** Reports whether this browser still has the subscription that the server knows as its own. */
function useSubscribed(own: string | undefined): boolean {
  const [isSubscribed, setSubscribed] = useState(false);
  useEffect(() => {
    let isHere = true;
    async function read() {
      const subscribed = own === undefined || pushObstacle() ? undefined : await pushSubscription();
      if (isHere) {
        setSubscribed(subscribed !== undefined);
      }
    }
    void read();
    return () => {
      isHere = false;
    };
  }, [own]);
  return isSubscribed;
}

/** The devices that get pushes, each with a button that ends it. */
function Devices({ devices }: { devices: readonly PushDevice[] }) {
  const t = useWords(pushWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const change = useChange();

  async function remove({ id, current }: PushDevice) {
    const { done } = await change(pushSubscriptionRemove, { input: { id } }, { done: t.removed });
    if (done && current) {
      await unsubscribeFromPush();
    }
  }
  return (
    <Stack component="ul" aria-label={t.devices} gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
      {devices.map((device) => {
        const name = device.browser || t.unknownBrowser;
        return (
          <Group component="li" key={device.id} justify="space-between" wrap="nowrap">
            <div>
              <Text>{device.current ? `${name} · ${t.thisDevice}` : name}</Text>
              <Text size="sm" c="dimmed">
                {t.since(format.moment(device.createdAt, timeZone))}
              </Text>
            </div>
            <Button variant="subtle" flex="none" aria-label={t.removeOf(name)} onClick={() => void remove(device)}>
              {common.remove}
            </Button>
          </Group>
        );
      })}
    </Stack>
  );
}
