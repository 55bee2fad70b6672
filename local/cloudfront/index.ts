export { createCloudFrontPart } from './cloudfront-part.ts';
