import type { PageWords } from '../page';

export default {
  index: {
    title: 'Réserver un rendez-vous',
    description: 'Prendre rendez-vous en ligne : choisissez une prestation et un horaire, indiquez votre nom, c’est tout.',
    noScript: 'Pour réserver, cette page a besoin de JavaScript.',
  },
  manage: {
    title: 'Votre rendez-vous',
    description: 'Voir, déplacer ou annuler votre rendez-vous.',
    noScript: 'Cette page a besoin de JavaScript pour afficher votre rendez-vous.',
  },
} satisfies PageWords;
