import type { CloudContext, EventBridge, EventEntry } from '../cloud.ts';
import type { JsonObject } from '../json.ts';
import { deriveUuid, laneRandom } from '../kernel/random.ts';
import { deliverEvent } from './deliver-event.ts';
import type { EventRule } from './rule.ts';

/** EventBridge buses and rules. Delivery is at least once, in no order, and `bestEffort` events may be lost. */
export class LocalEventBridge implements EventBridge {
  readonly #cloud: CloudContext;
  readonly #buses = new Set(['default']);
  readonly #rules: EventRule[] = [];

  constructor(cloud: CloudContext) {
    this.#cloud = cloud;
  }

  createBus(name: string): void {
    if (this.#buses.has(name)) throw new Error(`Event bus "${name}" exists already`);
    this.#buses.add(name);
  }

  createRule(rule: EventRule): void {
    this.#bus(rule.bus);
    this.#rules.push(rule);
  }

  put(entry: EventEntry, options: { readonly lane: string; readonly bestEffort?: boolean }): string {
    const { kernel, seed, account, region, settings } = this.#cloud;
    const bus = this.#bus(entry.bus ?? 'default');
    const id = deriveUuid(seed, 'event', options.lane);
    const event: JsonObject = {
      version: '0',
      id,
      'detail-type': entry.detailType,
      source: entry.source,
      account,
      time: `${kernel.iso().slice(0, 19)}Z`,
      region,
      resources: entry.resources ?? [],
      detail: entry.detail,
    };
    const random = laneRandom(seed, `event/${options.lane}`);
    const lost = options.bestEffort === true && random.chance(settings.unfriendly.lose);
    const late = random.chance(settings.unfriendly.reorder) ? random.integer(1000, 20_000) : 0;
    const delay = random.integer(20, 300) + late;
    const copies = random.chance(settings.unfriendly.duplicate) ? 2 : 1;
    if (lost) return id;
    for (const rule of this.#rules) {
      if (!rule.enabled || rule.bus !== bus || rule.matches?.(event) !== true) continue;
      for (let copy = 1; copy <= copies; copy += 1) {
        const lane = `${options.lane}/${rule.name}${copy === 1 ? '' : '~again'}`;
        this.dispatch(rule, event, lane, copy === 1 ? delay : delay + random.integer(0, 5000));
      }
    }
    return id;
  }

  /** Sends `event` to all targets of `rule` after `delayMs`. */
  dispatch(rule: EventRule, event: JsonObject, lane: string, delayMs: number): void {
    for (const target of rule.targets) {
      const key = `${lane}/${target.id}`;
      this.#cloud.kernel.after(delayMs, `event/${key}`, () => deliverEvent(this.#cloud, rule, target, event, key));
    }
  }

  #bus(nameOrArn: string): string {
    const name = nameOrArn.includes('event-bus/') ? nameOrArn.slice(nameOrArn.indexOf('event-bus/') + 10) : nameOrArn;
    if (!this.#buses.has(name)) throw new Error(`Unknown event bus "${name}"; known: ${[...this.#buses].join(', ')}`);
    return name;
  }
}
