import type { Statement } from './statement.ts';

/** All policies of the local cloud as plain data: what decisions are made from, in any thread. */
export interface PolicyBook {
  readonly account: string;
  readonly region: string;
  /** Identity statements by role ARN. */
  readonly roles: Map<string, Statement[]>;
  /** Resource policies (trust policies of roles too) by ARN of the resource that has them. */
  readonly resources: Map<string, Statement[]>;
  /** Customer key ARN by ARN of the resource it encrypts. */
  readonly encryption: Map<string, string>;
  /** Grows with each change. */
  revision: number;
}

/** One entry of a book as it now is: sent to threads that decide from a copy. */
export type BookChange =
  | { readonly part: 'roles' | 'resources'; readonly owner: string; readonly statements: readonly Statement[] }
  | { readonly part: 'encryption'; readonly owner: string; readonly key: string };

export function applyChange(book: PolicyBook, change: BookChange): void {
  book.revision += 1;
  if (change.part === 'encryption') book.encryption.set(change.owner, change.key);
  else book[change.part].set(change.owner, [...change.statements]);
}

/** ARN of the resource that holds the policy and key of `resource`: the bucket of an object, the table of an index, the function of a version. */
export function policyOwner(resource: string): string {
  const [, , service] = resource.split(':', 3);
  if (service === 's3') return resource.split('/', 1)[0] ?? resource;
  if (service === 'dynamodb') return resource.replace(/\/(index|stream)\/.*$/, '');
  if (service === 'lambda') return resource.split(':').slice(0, 7).join(':');
  return resource;
}
