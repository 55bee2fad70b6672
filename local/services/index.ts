export { createServicesPart } from './services-part.ts';
