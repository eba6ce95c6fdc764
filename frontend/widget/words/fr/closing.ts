import type { ClosingWords } from '../closing';

export default {
  calendar: 'Ajouter à l’agenda',
  calendarFile: 'Fichier d’agenda (.ics)',
  confirmed: 'La confirmation vous arrive par e-mail.',
  // Articles 6 et 13 du RGPD ; loi no 78-17 (« Informatique et Libertés »), article 48.
  consent: 'En réservant, vous acceptez que nous enregistrions ces informations pour votre rendez-vous.',
  copied: 'Copié',
  copy: 'Copier le lien',
  details: 'Vous y êtes presque',
  didYouMean: (email) => `Vouliez-vous dire ${email} ?`,
  done: 'C’est réservé !',
  earlier: (name, email) =>
    `Ce rendez-vous était déjà réservé, pour ${name}, ${email}. Ce que vous avez modifié ensuite n’a pas été enregistré. Pour le changer, utilisez « Déplacer ou annuler ».`,
  email: 'Votre adresse e-mail',
  emailHint: 'Nous y enverrons la confirmation.',
  emailMissing: 'Saisissez une adresse e-mail, par exemple lena@orange.fr.',
  expired: 'La réservation provisoire a expiré. Choisissez de nouveau un horaire.',
  held: (time) => `Réservé pour vous encore ${time} minutes`,
  join: 'Rejoindre la vidéo',
  joinHint: 'À l’heure convenue, ce lien vous mène à votre entretien vidéo.',
  keep: 'Lien vers votre rendez-vous',
  manage: 'Déplacer ou annuler',
  name: 'Votre nom',
  nameMissing: 'Saisissez votre nom.',
  noMail: 'Nous n’envoyons pas d’e-mails en ce moment. Notez ce lien : il vous permet de voir, de déplacer et d’annuler votre rendez-vous.',
  note: 'Souhaitez-vous nous dire quelque chose à l’avance ? (facultatif)',
  pressButton: (email, time) => `Nous avons envoyé un e-mail à ${email}. Cliquez sur son bouton avant ${time} pour réserver le rendez-vous.`,
  print: 'Imprimer',
  waiting: 'Encore une étape',
  waitingHint: 'D’ici là, l’horaire vous est réservé. Regardez aussi dans vos courriers indésirables.',
} satisfies ClosingWords;
