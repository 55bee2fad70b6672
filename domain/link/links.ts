import type { Link, LinkName, LinkOrder } from './link.ts';

/** Names a link in a programme without saying its token. */
export interface LinkKey {
  readonly programme: string;
  readonly key: string;
}

/** Port: links by the hash of their token. */
export interface Links {
  /** Opens it; opened again, it has the new expiry and keeps its facts. */
  open(key: string, order: LinkOrder): Promise<void>;
  /** Looks in all these programmes at once, so that it takes the same time whether it is found or not. */
  find(programmes: readonly string[], key: string): Promise<Link | undefined>;
  /** Takes one of the tries that are left before anything is compared, so that tries made together count too; answers how many were taken, undefined when none was left. */
  takeTry(link: LinkKey): Promise<number | undefined>;
  /** The try was right: all are there again. */
  giveTries(link: LinkKey): Promise<void>;
  /** Notes a fact once; answers its first instant. */
  note(link: LinkKey, fact: 'lockedAt' | 'callAskedAt', at: string): Promise<string>;
}

/** Port: tokens, and seals that prove that something comes from us. Both are keyed by the deployment's secret. */
export interface LinkTokens {
  /** 128 bits, base64url: nothing of it is kept, nothing of the person is in it. */
  tokenOf(name: LinkName): Promise<string>;
  /** Under which its link is kept. */
  keyOf(token: string): string;
  sealOf(text: string): Promise<string>;
  /** Compared in constant time. */
  isSealOf(text: string, seal: string): Promise<boolean>;
}
