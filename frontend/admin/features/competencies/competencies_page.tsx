export const CompetenciesPage = () => null;
