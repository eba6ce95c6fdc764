import type { ClosingWords } from '../closing';

export default {
  calendar: 'Add to calendar',
  calendarFile: 'Calendar file (.ics)',
  confirmed: 'A confirmation email is on its way.',
  // Art. 6 and 13 GDPR; the same articles of the UK GDPR.
  consent: 'By booking, you agree that we store these details for your appointment.',
  copied: 'Copied',
  copy: 'Copy link',
  details: 'Almost done',
  didYouMean: (email) => `Did you mean ${email}?`,
  done: 'You are booked!',
  earlier: (name, email) =>
    `This appointment was already booked, for ${name}, ${email}. Your later changes were not saved. Use “Move or cancel” to change the appointment.`,
  email: 'Your email address',
  emailHint: 'We send the confirmation to this address.',
  emailMissing: 'Enter an email address, for example lena@web.com.',
  expired: 'The reservation has expired. Choose a time again.',
  held: (time) => `Reserved for you, ${time} minutes left`,
  join: 'Go to the video room',
  joinHint: 'Use this link to join your call at the agreed time.',
  keep: 'Link to your appointment',
  manage: 'Move or cancel',
  name: 'Your name',
  nameMissing: 'Enter your name.',
  noMail: 'We do not send email at the moment. Write down this link: with it you can view, move and cancel your appointment.',
  note: 'Anything we should know? (optional)',
  pressButton: (email, time) => `We have sent an email to ${email}. Press the button in it by ${time} to book the appointment.`,
  print: 'Print',
  waiting: 'One more step',
  waitingHint: 'Until then, the time is reserved for you. Check your spam folder, too.',
} satisfies ClosingWords;
