import { plural } from '../../plural';
import type { ManageWords } from '../manage';

export default {
  bookAgain: 'Prendre un nouveau rendez-vous',
  cancel: 'Annuler',
  cancelTitle: 'Annuler le rendez-vous',
  change: 'Déplacer',
  keep: 'Garder le rendez-vous',
  moveTitle: 'Quel horaire vous conviendrait mieux ?',
  moved: 'C’est déplacé.',
  moveNow: 'Déplacer le rendez-vous',
  delayed: (minutes, time) =>
    `Votre entretien commencera avec environ ${plural('fr', minutes, { one: '# minute', other: '# minutes' })} de retard, vers ${time}.`,
  cancelHint: 'L’horaire sera aussitôt libéré pour d’autres personnes.',
  newTime: 'Nouvel horaire',
  oldTime: 'Jusqu’ici :',
  otherTime: 'Choisir un autre horaire',
  page: 'Votre rendez-vous',
  tooLate: 'Ce rendez-vous ne peut plus être modifié en ligne. Veuillez contacter le salon.',
  unknown: 'Rendez-vous introuvable.',
  unknownHint: 'Vérifiez que vous avez copié le lien en entier.',
  until: (moment) => `Vous pouvez le déplacer ou l’annuler ici jusqu’au ${moment}.`,
  titles: {
    changeable: 'Votre rendez-vous',
    fixed: 'Votre rendez-vous',
    running: 'Votre rendez-vous a commencé',
    over: 'Ce rendez-vous est passé',
    cancelled: 'Ce rendez-vous a été annulé',
  },
} satisfies ManageWords;
