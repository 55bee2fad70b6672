import type { Iam } from '../cloud.ts';
import type { Json } from '../json.ts';
import type { AccessRequest } from '../principal.ts';
import { AccessJudge, type Judgement } from './access-judge.ts';
import { managedPolicyDocument } from './managed-policies.ts';
import { parsePolicy } from './parse-policy.ts';
import { applyChange, type BookChange, type PolicyBook } from './policy-book.ts';
import type { Statement } from './statement.ts';
import { addUsage, noUse, type StatementCounts, type UsageCounts } from './statement-usage.ts';

export interface LocalIamOptions {
  readonly account: string;
  readonly region: string;
  /** What to leave out, as a soak does in turn: statements by their id in `statements()`, or one action of one, `<id> <action>`. */
  readonly without?: readonly string[];
}

export interface StatementReport extends StatementCounts {
  readonly statement: Statement;
  /** ARN of the role or resource it belongs to. */
  readonly owner: string;
  readonly kind: 'identity' | 'resource';
}

/** IAM of the local cloud: what the templates' roles and resource policies allow, and which statements were used. */
export class LocalIam implements Iam {
  readonly #book: PolicyBook;
  readonly #judge: AccessJudge;
  readonly #without: ReadonlySet<string>;
  readonly #left: Set<string>;
  readonly #usageElsewhere: (() => Promise<UsageCounts>)[] = [];
  readonly #listeners: ((change: BookChange) => void)[] = [];

  constructor(options: LocalIamOptions) {
    const { account, region } = options;
    this.#book = { account, region, roles: new Map(), resources: new Map(), encryption: new Map(), revision: 0 };
    this.#judge = new AccessJudge(this.#book);
    this.#without = new Set(options.without);
    this.#left = new Set(options.without);
  }

  registerRole(role: { readonly arn: string; readonly name: string; readonly trust: Json }): void {
    if (this.#book.roles.has(role.arn))
      throw new Error(`IAM role ${role.arn} is registered twice; role names are unique`);
    this.#change({ part: 'roles', owner: role.arn, statements: [] });
    const source = { kind: 'trust', id: `${role.name}/trust`, origin: `${role.name} trust policy` } as const;
    this.#keep('resources', role.arn, parsePolicy(role.trust, source));
  }

  attachPolicy(
    roleArn: string,
    policy: { readonly name: string; readonly document: Json; readonly origin: string },
  ): void {
    if (!this.#book.roles.has(roleArn)) {
      throw new Error(
        `${policy.origin}: no role ${roleArn}; registered are ${[...this.#book.roles.keys()].join(', ')}`,
      );
    }
    const role = roleArn.slice(roleArn.lastIndexOf('/') + 1);
    const source = { kind: 'identity', id: `${role}/${policy.name}`, origin: policy.origin } as const;
    this.#keep('roles', roleArn, parsePolicy(policy.document, source));
  }

  /** Attaches an AWS managed policy; throws naming those known. */
  attachManagedPolicy(roleArn: string, policyArn: string): void {
    const name = policyArn.slice(policyArn.lastIndexOf('/') + 1);
    this.attachPolicy(roleArn, { name, document: managedPolicyDocument(policyArn), origin: policyArn });
  }

  attachResourcePolicy(resourceArn: string, policy: { readonly document: Json; readonly origin: string }): void {
    const source = { kind: 'resource', id: `${resourceArn}/${policy.origin}`, origin: policy.origin } as const;
    this.#keep('resources', resourceArn, parsePolicy(policy.document, source));
  }

  /** From now on, those who use `resourceArn` also need its customer key. */
  encryptWith(resourceArn: string, keyArn: string): void {
    this.#change({ part: 'encryption', owner: resourceArn, key: keyArn });
  }

  encryptionOf(resourceArn: string): string | undefined {
    return this.#book.encryption.get(resourceArn);
  }

  authorize(request: AccessRequest): Judgement {
    return this.#judge.authorize(request);
  }

  /** All statements in force, in the order they were attached. */
  statements(): { readonly statement: Statement; readonly owner: string; readonly kind: 'identity' | 'resource' }[] {
    const list = (statements: Map<string, Statement[]>, kind: 'identity' | 'resource') =>
      [...statements].flatMap(([owner, all]) => all.map((statement) => ({ statement, owner, kind })));
    return [...list(this.#book.roles, 'identity'), ...list(this.#book.resources, 'resource')];
  }

  /** Statements with their use so far, in all threads. */
  async usage(): Promise<StatementReport[]> {
    const counts: UsageCounts = {};
    addUsage(counts, this.#judge.usage);
    for (const more of await Promise.all(this.#usageElsewhere.map((read) => read()))) addUsage(counts, more);
    return this.statements().map((entry) => ({
      ...entry,
      ...(counts[entry.statement.id] ?? noUse()),
    }));
  }

  /** Throws when a statement of `without` never came up: the soak would otherwise prove nothing. */
  assertRemoved(): void {
    if (this.#left.size === 0) return;
    const known = this.statements().map((entry) => entry.statement.id);
    throw new Error(`IAM: no statement ${[...this.#left].join(', ')} to leave out; there are ${known.join(', ')}`);
  }

  /** Counts kept by another thread that decides from a copy of the book. */
  addUsageSource(read: () => Promise<UsageCounts>): void {
    this.#usageElsewhere.push(read);
  }

  /** The book as it is now; `listener` hears of every change from now on, before the change is used by anyone. */
  follow(listener: (change: BookChange) => void): PolicyBook {
    this.#listeners.push(listener);
    return this.#book;
  }

  #keep(part: 'roles' | 'resources', owner: string, added: readonly Statement[]): void {
    const kept = this.#without.size === 0 ? added : added.flatMap((statement) => this.#lessened(statement));
    this.#change({ part, owner, statements: [...(this.#book[part].get(owner) ?? []), ...kept] });
  }

  /** What is left of a statement without what was to be left out. */
  #lessened(statement: Statement): Statement[] {
    const leftOut = (name: string) => {
      this.#left.delete(name);
      return this.#without.has(name);
    };
    const { id, actions } = statement;
    const patterns = actions.patterns.filter((action) => !leftOut(`${id} ${action}`));
    return leftOut(id) || patterns.length === 0 ? [] : [{ ...statement, actions: { ...actions, patterns } }];
  }

  #change(change: BookChange): void {
    applyChange(this.#book, change);
    for (const listener of this.#listeners) listener(change);
  }
}
