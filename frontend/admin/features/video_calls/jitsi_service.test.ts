import { expect, test } from 'vitest';
import { jitsiServiceOf } from './jitsi_service';

const link = (url: string | null, provider: 'JITSI' | 'VISAVIS' | 'ZOOM' = 'JITSI') => ({ url, provider, roomPerAppointment: false, problem: null });

test.each([
  ['no link', null, 'https://meet.jit.si'],
  ['the own room', link(null, 'VISAVIS'), 'https://meet.jit.si'],
  ['another provider', link('https://zoom.us/j/84512345678', 'ZOOM'), 'https://meet.jit.si'],
  ['a room', link('https://meet.jit.si/salon-anna#config.x=1'), 'https://meet.jit.si'],
  ['a room of a service of its own', link('https://video.salon.example:8443/anna/'), 'https://video.salon.example:8443'],
  ['a room of a tenant', link('https://8x8.vc/salon/anna'), 'https://8x8.vc/salon'],
])('%s', (_, present, want) => {
  expect(jitsiServiceOf(present)).toBe(want);
});
