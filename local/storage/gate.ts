import type { AccessJudge, Judgement } from '../iam/access-judge.ts';
import type { AccessRequest, Principal } from '../principal.ts';

/** Who a request of the storage endpoints comes from, and what it may do. */
export class Gate {
  readonly judge: AccessJudge;
  readonly #find: (accessKeyId: string) => Promise<Principal | undefined>;
  readonly #known = new Map<string, Principal>();

  /** `find` asks the main thread, which hands out the access keys. */
  constructor(judge: AccessJudge, find: (accessKeyId: string) => Promise<Principal | undefined>) {
    this.judge = judge;
    this.#find = find;
  }

  /** The holder of an access key; undefined when nobody was given it. */
  async principal(accessKeyId: string): Promise<Principal | undefined> {
    const known = this.#known.get(accessKeyId);
    if (known !== undefined) return known;
    const found = await this.#find(accessKeyId);
    if (found !== undefined) this.#known.set(accessKeyId, found);
    return found;
  }

  /** The first refusal among the requests, if any. */
  refusal(requests: readonly AccessRequest[]): (Judgement & { allowed: false }) | undefined {
    for (const request of requests) {
      const judgement = this.judge.authorize(request);
      if (!judgement.allowed) return judgement;
    }
    return undefined;
  }
}

/** Name of the caller in meters and messages. */
export function callerName(principal: Principal): string {
  return principal.type === 'function' ? principal.functionName : principal.type;
}
