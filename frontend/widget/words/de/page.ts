export default {
  index: {
    title: 'Termin buchen',
    description: 'Termin online buchen: Leistung und Zeit wählen, Namen eintragen, fertig.',
    noScript: 'Zum Buchen braucht diese Seite JavaScript.',
  },
  manage: {
    title: 'Dein Termin',
    description: 'Deinen Termin ansehen, verschieben oder absagen.',
    noScript: 'Diese Seite braucht JavaScript, um deinen Termin zu zeigen.',
  },
};
