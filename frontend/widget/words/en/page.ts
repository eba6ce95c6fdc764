import type { PageWords } from '../page';

export default {
  index: {
    title: 'Book appointment',
    description: 'Book an appointment online: choose a service and a time, enter your name, done.',
    noScript: 'This page needs JavaScript for booking.',
  },
  manage: {
    title: 'Your appointment',
    description: 'View, move or cancel your appointment.',
    noScript: 'This page needs JavaScript to show your appointment.',
  },
} satisfies PageWords;
