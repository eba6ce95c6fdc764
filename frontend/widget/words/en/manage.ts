import { plural } from '../../plural';
import type { ManageWords } from '../manage';

export default {
  bookAgain: 'Book a new appointment',
  cancel: 'Cancel',
  cancelTitle: 'Cancel appointment',
  change: 'Move',
  keep: 'Keep appointment',
  moveTitle: 'When would suit you better?',
  moved: 'Moved.',
  moveNow: 'Move appointment',
  delayed: (minutes, time) => `Your call begins about ${plural('en', minutes, { one: '# minute', other: '# minutes' })} later, at around ${time}.`,
  cancelHint: 'The time becomes available to others immediately.',
  newTime: 'New',
  oldTime: 'Current:',
  otherTime: 'Choose another time',
  page: 'Your appointment',
  tooLate: 'This appointment can no longer be changed online. Please contact the salon.',
  unknown: 'Appointment not found.',
  unknownHint: 'Check that you copied the whole link.',
  until: (moment) => `You can move or cancel it here until ${moment}.`,
  titles: {
    changeable: 'Your appointment',
    fixed: 'Your appointment',
    running: 'Your appointment has begun',
    over: 'This appointment is over',
    cancelled: 'This appointment was cancelled',
  },
} satisfies ManageWords;
