import type { Aloha, BookingAnswer, BookingOrder } from '../domain/appointment/aloha.ts';
import type { FreeSlot } from '../domain/appointment/slot.ts';
import type { ClientHttp } from './client-http.ts';

/** ALOHA over HTTP, by the contract of docs/appointments.md. The id of a booking is its `Idempotency-Key`: sent again, it is the same booking. */
export function httpAloha(http: ClientHttp): Aloha {
  const booked = (body: unknown): BookingAnswer => {
    const { reference, minutes } = fieldsOf(body);
    if (typeof reference !== 'string' || typeof minutes !== 'number') {
      throw new Error(`ALOHA answered ${JSON.stringify(body)} to a booking; accepted: { reference, minutes }`);
    }
    return { type: 'booked', reference, minutes };
  };
  const order = ({ siteId, at, scheme, holder }: BookingOrder) => ({
    ...{ site: siteId, debut: at, aide: scheme },
    ...{ nom: holder.lastName, prenom: holder.firstName, telephone: holder.phone },
  });

  return {
    async slots(siteId, day) {
      const { status, body } = await http('GET', `/creneaux?site=${encodeURIComponent(siteId)}&jour=${day}`, {
        accepted: [200, 404],
      });
      const list = status === 404 ? [] : fieldsOf(body)['creneaux'];
      if (!Array.isArray(list)) {
        throw new Error(
          `ALOHA answered ${JSON.stringify(body)}; accepted: { creneaux: [{ debut, minutes, places, libres }] }`,
        );
      }
      return list.map((one: unknown): FreeSlot => {
        const { debut, minutes, places, libres } = fieldsOf(one);
        const at = typeof debut === 'string' ? Date.parse(debut) : Number.NaN;
        if (
          Number.isNaN(at) ||
          typeof minutes !== 'number' ||
          typeof places !== 'number' ||
          typeof libres !== 'number'
        ) {
          throw new Error(
            `ALOHA answered the slot ${JSON.stringify(one)}; accepted: { debut, minutes, places, libres }`,
          );
        }
        return { siteId, at: new Date(at).toISOString(), minutes, seats: places, free: libres };
      });
    },

    async book(asked) {
      const { status, body } = await http('POST', '/rendez-vous', {
        ...{ key: asked.id, body: order(asked), accepted: [200, 201, 409, 410] },
      });
      return status === 409 ? { type: 'full' } : status === 410 ? { type: 'gone' } : booked(body);
    },

    async move(reference, asked) {
      const { status, body } = await http('PUT', `/rendez-vous/${encodeURIComponent(reference)}`, {
        ...{ key: asked.id, body: order(asked), accepted: [200, 404, 409, 410] },
      });
      return status === 404
        ? { type: 'unknown' }
        : status === 409
          ? { type: 'full' }
          : status === 410
            ? { type: 'gone' }
            : booked(body);
    },

    async cancel(reference) {
      await http('DELETE', `/rendez-vous/${encodeURIComponent(reference)}`, { accepted: [200, 204, 404] });
    },
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
