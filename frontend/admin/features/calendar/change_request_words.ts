import { words } from '../../language/words';

export const changeRequestWords = words(
  {
    title: 'Anfrage des Kunden',
    kinds: { MOVE: 'Der Kunde möchte einen anderen Termin', CANCEL: 'Der Kunde möchte absagen' },
    states: { OPEN: 'offen', ACCEPTED: 'angenommen', DECLINED: 'abgelehnt', WITHDRAWN: 'zurückgezogen', LAPSED: 'erledigt' },
    accept: { MOVE: 'Annehmen und verschieben', CANCEL: 'Annehmen und absagen' },
    cancelHint: 'Der Termin wird abgesagt und der Kunde benachrichtigt. Das lässt sich nicht rückgängig machen.',
    cancelled: 'Anfrage angenommen, Termin abgesagt',
    decline: 'Ablehnen',
    declined: 'Anfrage abgelehnt',
    answer: 'Nachricht an den Kunden',
    answerHint: 'Der Kunde bekommt eine E-Mail.',
    answered: 'Antwort',
    noMail: 'Der Kunde erfährt davon erst, wenn du ihn anrufst: Zurzeit werden keine E-Mails verschickt.',
  },
  {
    title: 'Request of the customer',
    kinds: { MOVE: 'The customer would like another time', CANCEL: 'The customer would like to cancel' },
    states: { OPEN: 'open', ACCEPTED: 'accepted', DECLINED: 'declined', WITHDRAWN: 'withdrawn', LAPSED: 'lapsed' },
    accept: { MOVE: 'Accept and move', CANCEL: 'Accept and cancel' },
    cancelHint: "The appointment is cancelled and the customer is notified. This can't be undone.",
    cancelled: 'Request accepted, appointment cancelled',
    decline: 'Decline',
    declined: 'Request declined',
    answer: 'Message to the customer',
    answerHint: 'The customer gets an email.',
    answered: 'Answer',
    noMail: 'The customer only learns about it if you call: we’re not sending email right now.',
  },
);
