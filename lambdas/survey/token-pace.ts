/** Requests that one link may make in the window: a person makes two an answer. */
const mostRequests = 40;
const windowMs = 10_000;
/** Links remembered at once: those before are forgotten together. */
const mostLinks = 10_000;

/** Holds back whoever floods one link (COMMON-59), in this execution environment: the API's own throttle stands before it, for all links together. */
export class TokenPace {
  #since = 0;
  #counts = new Map<string, number>();

  /** `at`: ms. */
  isTooFast(key: string, at: number): boolean {
    if (Math.abs(at - this.#since) >= windowMs || this.#counts.size >= mostLinks) {
      this.#since = at;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count > mostRequests;
  }
}
