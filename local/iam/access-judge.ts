import type { AccessRequest } from '../principal.ts';
import type { ConditionContext } from './condition.ts';
import { denialMessage } from './denial-message.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { impliedKeyActions } from './implied-key-access.ts';
import { type PolicyBook, policyOwner } from './policy-book.ts';
import { requestContext } from './request-context.ts';
import type { Statement } from './statement.ts';
import { countsOf, type UsageCounts } from './statement-usage.ts';
import { matchesWildcard } from './wildcard.ts';

/** A decision with the statements it rests on. Assignable to AccessDecision. */
export type Judgement =
  | { readonly allowed: true; readonly decidedBy: readonly string[] }
  | { readonly allowed: false; readonly decidedBy: readonly string[]; readonly message: string };

/** Objects of buckets have names without end. */
const knownAtMost = 2_000;

/** Decides requests from a policy book and counts which statements were used. One per thread. */
export class AccessJudge {
  readonly book: PolicyBook;
  readonly usage: UsageCounts = {};
  /** Evaluations that no condition had a part in: the same until the book changes. */
  readonly #known = new Map<string, Evaluation>();
  #revision = 0;

  constructor(book: PolicyBook) {
    this.book = book;
  }

  /**
   * Decides `request`, and the key access it implies when the resource is encrypted by a customer key: then the refusal names
   * the KMS action and the key. Usage counts only requests that were allowed entirely, and explicit denials.
   */
  authorize(request: AccessRequest): Judgement {
    if (request.principal.type === 'administrator') return { allowed: true, decidedBy: [] };
    const evaluations: [AccessRequest, Evaluation][] = [];
    for (const part of [request, ...this.#impliedRequests(request)]) {
      const evaluation = this.#evaluate(part);
      if (!evaluation.allowed) {
        for (const { id } of evaluation.decidedBy) countsOf(this.usage, id).denied += 1;
        return {
          allowed: false,
          decidedBy: idsOf(evaluation.decidedBy),
          message: denialMessage(part, evaluation.reason),
        };
      }
      evaluations.push([part, evaluation]);
    }
    for (const [part, evaluation] of evaluations) this.#count(part, evaluation);
    return { allowed: true, decidedBy: evaluations.flatMap(([, e]) => idsOf([...e.decidedBy, ...e.delegatedBy])) };
  }

  #evaluate(request: AccessRequest): Evaluation {
    const { principal } = request;
    const revision = this.book.revision;
    if (revision !== this.#revision || this.#known.size > knownAtMost) this.#known.clear();
    this.#revision = revision;
    const name = `${principal.type === 'function' ? principal.roleArn : JSON.stringify(principal)} ${request.action} ${request.resource}`;
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const hasRole = principal.type === 'function' || principal.type === 'role';
    const bearing = {
      identity: hasRole ? (this.book.roles.get(principal.roleArn) ?? []) : [],
      resource: this.book.resources.get(policyOwner(request.resource)) ?? [],
    };
    const { account, region } = this.book;
    let context: ConditionContext | undefined;
    const contextOnce = () => {
      context ??= requestContext(request, account, region);
      return context;
    };
    const evaluation = evaluate(request, bearing, contextOnce, account);
    if (context === undefined) this.#known.set(name, evaluation);
    return evaluation;
  }

  #impliedRequests(request: AccessRequest): AccessRequest[] {
    const key = this.book.encryption.get(policyOwner(request.resource));
    if (key === undefined) return [];
    const service = request.action.split(':', 1)[0];
    const viaService = `${service}.${this.book.region}.amazonaws.com`;
    return impliedKeyActions(request.action).map((action) => ({
      principal: request.principal,
      action,
      resource: key,
      conditions: { 'kms:ViaService': viaService },
    }));
  }

  #count(request: AccessRequest, evaluation: Evaluation): void {
    for (const alternatives of [evaluation.decidedBy, evaluation.delegatedBy]) {
      for (const { id } of alternatives) countsOf(this.usage, id).allowed += 1;
      const [only, ...others] = alternatives;
      if (only !== undefined && others.length === 0) this.#countNeeded(request, only);
    }
  }

  #countNeeded(request: AccessRequest, { id, resources }: Statement): void {
    const counts = countsOf(this.usage, id);
    counts.needed += 1;
    counts.actions[request.action] = (counts.actions[request.action] ?? 0) + 1;
    if (resources === undefined || resources.negated || resources.patterns.length === 1) return;
    for (const pattern of resources.patterns) {
      if (!matchesWildcard(pattern, request.resource, false)) continue;
      counts.resources[pattern] = (counts.resources[pattern] ?? 0) + 1;
    }
  }
}

function idsOf(statements: readonly Statement[]): string[] {
  return statements.map(({ id }) => id);
}
