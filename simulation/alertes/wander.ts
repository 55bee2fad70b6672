import { alertRoutes } from '../../contracts/alert-routes.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { type Canaries, foundOf } from './canaries.ts';
import type { CreatedUser } from './create-structures.ts';
import { type Draw, filled } from './fill-form.ts';
import { drawnIn, type ForeignRequest, foreignRequests, twinOf, without } from './foreign-requests.ts';
import { type AlertesWorld, generalAdministrator, type Visit, type Visited } from './open-alertes.ts';
import { formsOf, linksOf, type PageForm } from './page-forms.ts';

/** What one structure's people have come across: addresses and forms of their own pages. */
export interface Known {
  readonly canaries: Canaries;
  readonly paths: Set<string>;
  readonly forms: Map<string, PageForm>;
  /** Whatever was drawn in their addresses and forms: nobody else's. */
  readonly ids: Set<string>;
}

export interface Wandered {
  readonly operations: number;
  /** Requests for what is another structure's, each compared with one for what does not exist. */
  readonly foreign: number;
  /** `METHOD path` of the routes that were asked with ids of another structure. */
  readonly foreignRoutes: ReadonlySet<string>;
  readonly faults: readonly string[];
}

const startPaths = Object.values(alertRoutes)
  .filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  .map(({ path }) => path);
/** What a link or a form may hold of an id: one that is drawn, of ten characters at least. */
const kept = 400;

/**
 * People of several structures open, fill and send whatever their pages show, and also what another structure's pages showed (ALERTES-12, ALERTES-22):
 * nothing of another structure is in any answer, and what is another's is answered as what does not exist.
 */
export class Wandering {
  readonly #world: AlertesWorld;
  readonly #known: readonly Known[];
  readonly #draw: Draw;
  readonly #timeZone: string;
  readonly #faults: string[] = [];
  readonly #foreignRoutes = new Set<string>();
  #operations = 0;
  #foreign = 0;

  constructor(world: AlertesWorld, canaries: readonly Canaries[], draw: Draw, timeZone: string) {
    this.#world = world;
    this.#known = canaries.map((one) => ({
      canaries: one,
      paths: new Set(startPaths),
      forms: new Map(),
      ids: new Set(),
    }));
    this.#draw = draw;
    this.#timeZone = timeZone;
  }

  get known(): readonly Known[] {
    return this.#known;
  }

  get report(): Wandered {
    const { operations, foreign } = { operations: this.#operations, foreign: this.#foreign };
    return { operations, foreign, foreignRoutes: this.#foreignRoutes, faults: this.#faults };
  }

  /** Operations at random until there were `count`. */
  async wander(count: number): Promise<void> {
    while (this.#operations < count && this.#faults.length < 20) {
      const known = this.#pick(this.#known);
      if (known === undefined) return;
      const kind = this.#draw.integer(0, 99);
      if (kind < 35) await this.#open(known, this.#pick([...known.paths]) ?? alertRoutes.alertHome.path);
      else if (kind < 65) await this.#send(known);
      else if (kind < 95) await this.#meddle(known);
      else await this.#manage();
    }
  }

  /** Everybody opens every page they know of, once. */
  async look(): Promise<void> {
    for (const known of this.#known) for (const path of [...known.paths]) await this.#open(known, path);
  }

  /** Every route that names something is asked with what another structure has, where it has something of the kind. */
  async meddleEverywhere(): Promise<void> {
    for (const known of this.#known) {
      for (const victim of this.#known.filter((one) => one !== known)) {
        for (const request of foreignRequests(victim)) await this.#compare(known, victim, request);
      }
    }
  }

  async #open(known: Known, path: string): Promise<void> {
    const visit: Visit = { method: 'GET', path };
    this.#learn(known, await this.#as(known, visit, this.#someone(known)));
  }

  async #send(known: Known): Promise<void> {
    const form = this.#pick([...known.forms.values()]);
    if (form !== undefined) await this.#sent(known, form);
  }

  async #sent(known: Known, form: PageForm): Promise<boolean> {
    const answer = await this.#as(known, this.#visitOf(form, known.canaries), this.#someone(known));
    this.#learn(known, answer);
    const { location } = answer.headers;
    if (answer.status === 303 && location?.startsWith('/alertes')) await this.#open(known, location);
    return answer.status === 303 || answer.status === 200;
  }

  async #meddle(known: Known): Promise<void> {
    const others = this.#known.filter((one) => one !== known);
    const victim = this.#pick(others);
    const request = victim && this.#pick(foreignRequests(victim));
    if (victim !== undefined && request !== undefined) await this.#compare(known, victim, request);
  }

  /** The same request with ids that nobody has must be answered in the same words. */
  async #compare(known: Known, victim: Known, request: ForeignRequest): Promise<void> {
    const visit = request.form === undefined ? request.visit : this.#visitOf(request.form, known.canaries);
    const twin = twinOf(visit, request.ids, (most) => this.#draw.integer(0, most));
    const user = this.#someone(known);
    const answer = await this.#as(known, visit, user, request.ids);
    const expected = await this.#as(known, twin.visit, user, twin.ids);
    this.#foreign += 1;
    this.#foreignRoutes.add(`${visit.method} ${request.route}`);
    const [said, unknown] = [without(answer, request.ids), without(expected, twin.ids)];
    // What their own pages offer may be done by the first and be done already for the second.
    const bothDone = answer.status === 303 && expected.status === 303;
    if (said !== unknown && !bothDone) {
      this.#fault(
        `${visit.method} ${visit.path} of ${victim.canaries.word} as ${known.canaries.word}: answered ${differs(said, unknown)}`,
      );
    }
  }

  /** General administrators see structures, and nothing of members. */
  async #manage(): Promise<void> {
    const known = this.#pick(this.#known);
    const own = alertRoutes.structure.path.replace('{structure}', known?.canaries.structure.id ?? '');
    const path = this.#pick([...startPaths, own]) ?? own;
    const answer = await this.#visit(generalAdministrator.username, { method: 'GET', path });
    for (const one of this.#known) this.#look(answer, one, 'members', `GET ${path} as general administrator`, []);
  }

  #someone({ canaries }: Known): CreatedUser {
    const user = this.#pick(canaries.structure.users);
    if (user === undefined) throw new Error(`structure ${canaries.structure.name} has nobody`);
    return user;
  }

  async #as({ canaries }: Known, visit: Visit, user: CreatedUser, sent: readonly string[] = []): Promise<Visited> {
    const answer = await this.#visit(user.userName, visit);
    const where = `${visit.method} ${visit.path} as ${user.role} of ${canaries.word}`;
    for (const other of this.#known) {
      if (other.canaries !== canaries) this.#look(answer, other, 'all', where, sent);
    }
    if (answer.status >= 500) this.#fault(`${where}: answered ${answer.status}`);
    return answer;
  }

  async #visit(user: string, visit: Visit): Promise<Visited> {
    this.#operations += 1;
    return this.#world.visit(user, visit);
  }

  #look(
    answer: Visited,
    { canaries, ids }: Known,
    least: 'members' | 'all',
    where: string,
    sent: readonly string[],
  ): void {
    const text = sent.reduce((rest, id) => rest.replaceAll(id, ''), `${JSON.stringify(answer.headers)} ${answer.text}`);
    const found =
      foundOf(canaries, text, least) ?? (least === 'all' ? drawnIn(text).find((one) => ids.has(one)) : undefined);
    if (found !== undefined) this.#fault(`${where}: answered ${answer.status} with "${found}"`);
  }

  #learn(known: Known, answer: Visited): void {
    if (answer.status !== 200 || !(answer.headers['content-type'] ?? '').startsWith('text/html')) return;
    for (const path of linksOf(answer.text)) {
      if (path.startsWith('/alertes') && known.paths.size < kept) {
        known.paths.add(path.split('#')[0] ?? path);
        for (const id of drawnIn(path)) known.ids.add(id);
      }
    }
    for (const form of formsOf(answer.text)) {
      const own = form.action.startsWith('/alertes') && form.encoding !== 'multipart/form-data';
      // What ends an access would end the wandering.
      if (own && !/\/utilisateurs/.test(form.action) && known.forms.size < kept) {
        for (const { name, value, options } of form.fields) {
          if (name !== 'operation') for (const id of drawnIn([value, ...options].join(' '))) known.ids.add(id);
        }
        for (const id of drawnIn(form.action)) known.ids.add(id);
        known.forms.set(`${form.method} ${form.action}`, form);
      }
    }
  }

  #visitOf(form: PageForm, canaries: Canaries): Visit {
    const today = localDay(this.#timeZone, this.#world.cloud.kernel.iso());
    const { action, fields } = filled(form, canaries, this.#draw, today);
    const fresh = fields.map(([name, value]): [string, string] => [name, name === 'operation' ? this.#uuid() : value]);
    return form.method === 'GET'
      ? { method: 'GET', path: `${action}?${new URLSearchParams(fresh)}` }
      : { method: 'POST', path: action, form: fresh };
  }

  #uuid(): string {
    const digits = Array.from({ length: 32 }, () => this.#draw.integer(0, 15).toString(16)).join('');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  #fault(text: string): void {
    this.#faults.push(`operation ${this.#operations}: ${text}`);
  }

  #pick<T>(items: readonly T[]): T | undefined {
    return items[this.#draw.integer(0, Math.max(0, items.length - 1))];
  }
}

/** Where two answers part. */
function differs(said: string, unknown: string): string {
  let at = 0;
  while (at < said.length && said[at] === unknown[at]) at += 1;
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 90));
  return `${part(said)} and not ${part(unknown)}`;
}
