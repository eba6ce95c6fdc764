import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { showInBranch } from '../../testing/render';
import { answerMutations } from '../../testing/server';
import { ModePreview } from './mode_preview';

const input = { branchId: 'brn_mitte', from: '2026-11-24', until: null, staffIds: ['stf_anna'], hours: null, message: '' };

const appointment = (number: number) => ({
  __typename: 'Appointment',
  id: `apt_${number}`,
  start: '2026-11-24T09:00:00Z',
  service: { __typename: 'Service', id: 'svc_cut', name: 'Haarschnitt' },
  staff: { __typename: 'StaffProfile', id: 'stf_anna', displayName: 'Anna' },
  contact: { __typename: 'Contact', name: `Kunde ${number}` },
});

/** Answers with two appointments, on a page each. */
function affected({ after }: Record<string, unknown>) {
  const number = after ? 2 : 1;
  return {
    videoOnlyModePreview: {
      __typename: 'VideoOnlyModePreview',
      affectedAppointments: {
        __typename: 'AppointmentConnection',
        nodes: [appointment(number)],
        pageInfo: { __typename: 'PageInfo', hasNextPage: number === 1, endCursor: `after ${number}` },
      },
    },
  };
}

it('shows affected appointments page by page', async () => {
  answerMutations({}, {
    VideoOnlyModePreview: { videoOnlyModePreview: { __typename: 'VideoOnlyModePreview', bookableVideoConsultations: [] } },
    AffectedAppointments: affected,
  });
  const user = await showInBranch(<ModePreview input={input} />);
  await screen.findByText(/Kunde 1/);
  expect(screen.queryByText(/Kunde 2/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Mehr laden' }));
  await screen.findByText(/Kunde 2/);
  expect(screen.getByText(/Kunde 1/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Mehr laden' })).toBeNull();
});
