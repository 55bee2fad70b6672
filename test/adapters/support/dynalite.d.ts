/** The embedded DynamoDB, as tests start it over HTTP; the package has no types of its own. */
declare module 'dynalite' {
  export default function dynalite(options?: { readonly createTableMs?: number }): import('node:http').Server;
}
