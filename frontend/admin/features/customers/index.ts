export { CustomerCard } from './customer_card';
