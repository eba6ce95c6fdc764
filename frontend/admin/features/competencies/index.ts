export { CompetenciesTab } from './competencies_tab';
