import { beforeEach, describe, expect, test } from 'vitest';
import { deskTexts } from '../../../domain/desk-text/desk-texts.ts';
import type { LoggedText } from '../../../domain/desk-text/text-log.ts';
import { publishCards } from '../../../domain/knowledge/publish-cards.ts';
import { seedCards } from '../../../domain/knowledge/seed-cards.ts';
import { dispatchMessages } from '../../../domain/message/dispatch-messages.ts';
import type { SendPorts } from '../../../domain/message/message-ports.ts';
import { noteReceipt } from '../../../domain/message/note-receipt.ts';
import { segmentsOf } from '../../../domain/message/segments.ts';
import { samps } from '../../../programmes/samps/programme.ts';
import { appointmentRoom } from '../../support/appointment/appointment-room.ts';
import { keyOf, MemoryContent, MemoryJournal } from '../../support/calls/memory-ports.ts';
import { memoryKnowledge } from '../../support/knowledge/memory-knowledge.ts';
import { MemoryConsents, MemoryMessages } from '../../support/messages/memory-messages.ts';

const url = '/api/samps/contacts/contact-1/sms';
const mobile = '+687751234';
const card = { fiche: 'bourses-pieces', version: 1 };

async function openRoom() {
  const [register, consents, journal, base] = [
    new MemoryMessages(),
    new MemoryConsents(),
    new MemoryJournal(),
    memoryKnowledge(),
  ];
  const cards = samps.knowledge?.cards ?? [];
  await seedCards(cards, { programme: 'samps', at: '2025-07-01T00:00:00.000Z', id: 'seed' }, base);
  const content = new MemoryContent({
    ...samps.messages,
    places: samps.knowledge?.places ?? { communes: [], places: [] },
  });
  const ownTexts = deskTexts({ base, content, now: () => room.clock.now });
  const messages = { messages: register, content, journal, ownTexts };
  const logged = new Map<string, LoggedText>();
  const log = {
    async note(_: string, personId: string, text: LoggedText) {
      logged.set(`${personId} ${text.messageId}`, text);
    },
  };
  const room = appointmentRoom({ deskTexts: { base, messages, consent: { consents, journal }, log } });
  await room.people.people.add('samps', keyOf(mobile), mobile, 'call-1');
  await room.people.people.add('samps', keyOf('+687271234'), '+687271234', 'call-2');
  const sent: { readonly e164: string; readonly body: string }[] = [];
  const ports: SendPorts = {
    ...messages,
    consents,
    profiles: {
      async reveal(_, ids) {
        return new Map([...room.profiles].filter(([id]) => ids.includes(id)));
      },
    },
    numberKeyOf: async (e164) => keyOf(e164),
    sender: {
      async send(_, { e164, body }) {
        sent.push({ e164, body });
        return { type: 'accepted' };
      },
    },
    linkOf: async () => 'https://example.test/m/x',
  };
  return {
    ...{ room, sent, logged, consents, journal, register, base },
    ask: (query: Readonly<Record<string, string>>) => room.ask(url, { query }),
    send: (fields: object) => room.ask(url, { post: { numberKey: keyOf(mobile), agreed: true, ...fields } }),
    run: () => dispatchMessages({ programme: 'samps', at: room.clock.now, perSecond: 10 }, ports),
    receive: (messageId: string) =>
      noteReceipt(
        {
          context: { programme: 'samps', messageId, attempt: 1 },
          receipt: { result: 'delivered', at: room.clock.now, providerId: 'p-1' },
        },
        room.clock.now,
        ports,
      ),
  };
}

let here: Awaited<ReturnType<typeof openRoom>>;
beforeEach(async () => {
  here = await openRoom();
});

describe('SAMPS-13: the documents of an aid, sent to whoever asks on the line', () => {
  test('a card of each aid lists its documents; each list fits three SMS and none names the aid', async () => {
    const { versions } = await here.base.published('samps');
    const schemes = ['AIDE_MEDICALE', 'MINIMUM_VIEILLESSE', 'BOURSES'];
    for (const scheme of schemes) {
      const found = versions.find(({ text }) => text.scheme === scheme && text.motive === 'CRITERES_PIECES');
      expect(found?.text.checklist.length, scheme).toBeGreaterThan(3);
      const query = { fiche: found?.cardId ?? '', version: String(found?.version), numero: keyOf(mobile) };
      const { status, answer } = await here.ask(query);
      expect([status, answer.number, answer.encoding, answer.parts <= 3, answer.fault]).toEqual([
        200,
        'mobile',
        'GSM-7',
        true,
        undefined,
      ]);
      expect(answer.text.split('\n').length).toBe(1 + (found?.text.checklist.length ?? 0));
      expect(answer.dollars).toBeCloseTo(0.1142 * answer.parts, 4);
      expect(answer.text).not.toMatch(/bourse|vieillesse|m[ée]dicale/i);
    }
  });

  test('asked for twice it leaves once, as it was shown; the agreement and its agent are in the journal, and what became of it is told', async () => {
    const { answer: shown } = await here.ask({ fiche: 'bourses-pieces', version: '1', numero: keyOf(mobile) });
    const [first, second] = await Promise.all([here.send(card), here.send(card)]);
    expect([first.status, second.answer]).toEqual([200, first.answer]);
    const { messageId } = first.answer;
    const outcome = async () =>
      (await here.ask({ fiche: 'bourses-pieces', version: '1', message: messageId })).answer.outcome;
    expect(await outcome()).toMatchObject({ state: 'planned', final: false });
    await here.run();
    await here.run();
    expect(here.sent).toEqual([{ e164: mobile, body: shown.text }]);
    expect([...here.logged.values()]).toEqual([{ messageId, code: 'fiche.bourses-pieces.1', at: here.room.clock.now }]);
    expect(shown.text).toMatch(/^Pièces à fournir :\n- Pièce d'identité du demandeur\n/);
    expect(here.consents.kept[0]?.fact).toMatchObject({ change: 'given', channel: 'agent', by: 'malia' });
    expect(await outcome()).toMatchObject({ state: 'sending' });
    await here.receive(messageId);
    expect(await outcome()).toEqual({ state: 'delivered', words: 'Reçu sur le téléphone', final: true });
    const told = here.journal.all().filter(({ kind }) => kind === 'message');
    expect(told).toMatchObject([
      { template: 'fiche.bourses-pieces.1', occasion: 'appel', change: { type: 'delivered' } },
    ]);
    // Another call, the same list: it is asked for anew.
    expect(JSON.stringify([...here.register.pages.values(), ...here.journal.all()])).not.toContain('751234');
  });

  test('at night it waits for the hours in which one writes', async () => {
    here.room.clock.now = '2025-07-05T09:30:00.000Z'; // Saturday, 20:30
    const { answer } = await here.send(card);
    expect(answer.leavesAt).toBe('2025-07-06T21:00:00.000Z'); // Monday, 8:00
  });

  test('nothing leaves without an agreement, to a landline, abroad, of a card that has changed or has no list', async () => {
    const refused = async (fields: object, status: number, words: string) => {
      const { status: given, answer } = await here.send(fields);
      expect([given, String(answer.error).includes(words)], answer.error).toEqual([status, true]);
    };
    await refused({ ...card, agreed: false }, 400, 'accepte ce SMS');
    await refused({ ...card, numberKey: keyOf('+687271234') }, 400, 'n’est pas un mobile');
    await refused({ ...card, numberKey: undefined }, 400, 'Le numéro est masqué');
    await refused({ ...card, phone: '+33 6 12 34 56 78' }, 400, 'Aucun SMS ne part vers le pays');
    await refused({ ...card, phone: '12' }, 400, 'Ce numéro n’existe pas');
    await refused({ fiche: 'mot-de-passe', version: 1 }, 404, 'pas de liste');
    await refused({ lieu: 'ailleurs' }, 404, 'n’existe pas');
    await refused({}, 400, '« fiche » et « version »');
    const { text } = (await here.base.published('samps')).versions.find(({ cardId }) => cardId === card.fiche) ?? {};
    if (text === undefined) throw new Error('no card');
    const order = {
      programme: 'samps',
      at: here.room.clock.now,
      by: 'camille',
      origin: 'edit',
      id: 'e2',
      seen: 1,
    } as const;
    await publishCards([{ cardId: card.fiche, text: { ...text, checklist: ['Reçu de l’aide'] } }], order, here.base);
    await refused(card, 409, 'Cette fiche a changé');
    await refused({ ...card, version: 2 }, 409, 'Le mot « aide »');
    expect((await here.room.ask(url, { post: card, groups: 'samps:client' })).status).toBe(403);
    await here.run();
    expect([here.sent, here.consents.kept]).toEqual([[], []]);
  });

  test('a person who stopped SMS at the number is not written to, and the agent is told', async () => {
    await here.consents.append(
      'samps',
      { numberKey: keyOf(mobile) },
      {
        ...({ scope: 'messages', change: 'withdrawn', at: '2025-07-01T00:00:00.000Z', channel: 'sms' } as const),
        textVersion: 'stop',
      },
    );
    const { messageId } = (await here.send(card)).answer;
    await here.run();
    const { answer } = await here.ask({ fiche: 'bourses-pieces', version: '1', message: messageId });
    expect(answer.outcome).toEqual({
      state: 'dropped',
      words: 'Non envoyé : la personne a arrêté les SMS de ce service',
      final: true,
    });
    expect(here.sent).toEqual([]);
  });
});

describe('SAMPS-22: a place, sent to whoever asks on the line', () => {
  test('in one segment, to another number when theirs is withheld; who has a name keeps it', async () => {
    const { answer } = await here.ask({ lieu: 'cms-bourail' });
    expect([answer.parts, answer.number]).toEqual([1, 'none']);
    await here.room.ask('/api/samps/rendez-vous', {
      post: {
        ...{ appointmentId: '0c3a1b52-0000-4000-8000-000000000001', siteId: 'cms-bourail' },
        ...{
          slotAt: '2025-07-03T22:00:00.000Z',
          scheme: 'BOURSES',
          phone: '75 99 88',
          lastName: 'WAMYTAN',
          firstName: 'Élie',
        },
      },
    });
    const { status } = await here.send({ lieu: 'cms-bourail', numberKey: undefined, phone: '75 99 88' });
    expect(status).toBe(200);
    await here.run();
    expect(here.sent).toEqual([{ e164: '+687759988', body: answer.text }]);
    expect(segmentsOf(answer.text)).toMatchObject({ encoding: 'GSM-7', parts: 1 });
    expect([...here.room.profiles.values()].map(({ profile }) => profile.lastName)).toEqual(['WAMYTAN']);
  });
});
