/** What the web app is told of who is signed in. Types only. */
import type { roles } from './routes.ts';

export type Role = (typeof roles)[number];

/** `GET /api/session`. */
export interface SessionAnswer {
  /** Also the name of the agent in Connect (design decision 19). */
  readonly userName: string;
  readonly displayName: string;
  /** ISO instant at which they showed who they are: a page that was locked opens to a later one. */
  readonly signedInAt: string;
  /** May administrate every programme of the deployment. */
  readonly administrator: boolean;
  /** Programmes of the deployment in which the person has a role. */
  readonly programmes: readonly SessionProgramme[];
}

export interface SessionProgramme {
  readonly name: string;
  readonly title: string;
  readonly timeZone: string;
  readonly roles: readonly Role[];
  /** Present where a level of a crisis or an order of calls starts campaigns. */
  readonly campaigns?: true;
  /** Where they find more of it, beside the web app. Absent = nowhere. */
  readonly pages?: readonly SessionPage[];
}

export interface SessionPage {
  readonly path: string;
  /** French, for a menu. */
  readonly label: string;
  /** French: what it is for. */
  readonly about: string;
}

/** `GET /api/poste`: the session of whoever takes calls, and where their softphone is. */
export interface DeskAnswer extends SessionAnswer {
  /** Address of the Connect instance without a trailing slash, as DescribeInstance says it. */
  readonly accessUrl: string;
  /** Names of the programmes in which agents may read who is called before the call. */
  readonly previews: readonly string[];
}
