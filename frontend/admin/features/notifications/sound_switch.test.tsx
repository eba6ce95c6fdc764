import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { wantsSound } from '../../session/sound_wish';
import { show } from '../../testing/render';
import { SoundSwitch } from './sound_switch';

test('the sound is on until this device switches it off', async () => {
  const { user } = show(<SoundSwitch />);
  expect(wantsSound()).toBe(true);
  await user.click(screen.getByRole('switch', { name: /^Ton, wenn ein Kunde im Warteraum wartet/ }));
  expect(wantsSound()).toBe(false);
});
