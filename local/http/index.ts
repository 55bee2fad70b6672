export { createHttpPart, type HttpPart } from './http-part.ts';
