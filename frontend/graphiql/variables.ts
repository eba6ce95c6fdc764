const timeZone = 'Europe/Berlin';

const branchId = 'brn_demo-mitte';
const categoryId = 'cat_demo-video';

/** Returns the variables of each default tab by the name of its operations file, for the demo salon on the day of `now`. */
export function openingVariables(now: Date): Record<string, Record<string, unknown>> {
  const from = localDate(now);
  const to = addDays(from, 13);
  const wednesday = nextWednesday(from);
  const weekAfter = addDays(wednesday, 7);
  return {
    '1_sign_in': { email: 'clara@salon.example', password: 'visavis-demo' },
    '2_look_around': {
      branchId,
      staffId: 'stf_demo-anna',
      serviceId: 'svc_demo-video-colour',
      at: `${wednesday}T10:00:00Z`,
    },
    '3_booking': {
      branchId,
      serviceId: 'svc_demo-video-colour',
      date: weekAfter,
      start: `${weekAfter}T08:00:00Z`,
      laterStart: `${weekAfter}T09:00:00Z`,
      secret: '…',
      idempotencyKey: newKey(),
    },
    '4_salon_open': {
      branchId,
      staffId: 'stf_demo-ben',
      categoryId,
      link: 'https://meet.jit.si/visavis-demo-beratung-mit-ben',
      from,
      to,
    },
    '5_salon_closed': {
      branchId,
      otherBranchId: 'brn_demo-west',
      staffId: 'stf_demo-anna',
      videoStaffId: 'stf_…',
      categoryId,
      link: 'https://meet.jit.si/visavis-demo-video-anna',
      from,
      to,
      openDate: wednesday,
      open: [{ from: '09:00', to: '18:00' }],
      shifts: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((weekday) => ({
        weekday,
        from: '10:00',
        to: '14:00',
      })),
    },
    '6_video_only_mode': {
      branchId,
      input: {
        branchId,
        from,
        until: to,
        staffIds: ['stf_demo-anna'],
        message: 'Der Salon ist geschlossen. Wir beraten dich gern per Video.',
      },
      modeId: 'vom_…',
      from,
      to,
    },
    '7_live': { branchId },
    '8_programs': { name: 'Website', role: 'MEMBER', tokenId: 'tok_…' },
  };
}

/** Returns an unguessable key. `crypto.randomUUID` is not available without TLS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Returns the date in the demo salon's time zone. */
function localDate(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(instant);
}

function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Returns the first Wednesday after the date. */
function nextWednesday(date: string): string {
  const wednesday = 3;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, ((wednesday - weekday + 6) % 7) + 1);
}
