import type { DeskTextAnswer, DeskTextSent } from '../../contracts/desk-text.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { identify } from '../../domain/caller/identify.ts';
import {
  objectionToText,
  priceOf,
  type TextableNumber,
  textableNumber,
} from '../../domain/desk-text/judge-desk-text.ts';
import { type DeskTexting, idsOfContact, sendDeskText } from '../../domain/desk-text/send-desk-text.ts';
import { stateOfDeskText } from '../../domain/desk-text/state-of-desk-text.ts';
import { codeOfText, type TextSubject } from '../../domain/desk-text/text-name.ts';
import { cardsInForce } from '../../domain/knowledge/cards-in-force.ts';
import type { MessageRules } from '../../domain/message/message-rules.ts';
import { membersOf } from '../../domain/question/question-form.ts';
import { HttpError, jsonBody, pathParameter } from '../middleware/http.ts';
import type { AppointmentRequest } from './appointment-parts.ts';

const refusals: Readonly<Record<Exclude<TextableNumber, 'mobile'>, string>> = {
  landline: 'Ce numéro n’est pas un mobile : demandez un numéro de mobile, ou lisez le texte à la personne.',
  'no-sender': 'Aucun SMS ne part vers le pays de ce numéro : lisez le texte à la personne.',
  none: 'Le numéro est masqué : demandez un numéro de mobile, puis saisissez-le.',
};

/** Routes `deskText`: the words, what they cost, whether the number takes them, and what became of `message`; with a POST, has them sent. */
export async function deskText(request: AppointmentRequest): Promise<DeskTextAnswer | DeskTextSent> {
  const { event, parts, programme } = request;
  const { deskTexts } = parts;
  if (deskTexts === undefined) {
    throw new HttpError(404, `Le programme « ${programme.name} » n’envoie pas de SMS depuis le poste.`);
  }
  return event.requestContext.http.method === 'POST'
    ? await sent(request, deskTexts)
    : await previewed(request, deskTexts);
}

async function previewed(request: AppointmentRequest, parts: DeskTexting): Promise<DeskTextAnswer> {
  const { event, programme, ports, at } = request;
  const contactId = pathParameter(event, 'contactId');
  const { fiche, version, lieu, numero, message } = event.queryStringParameters ?? {};
  const rules = await ports.content.inForce(programme.name, 'messageRules', at);
  const text = await wordsOf(subjectOf({ fiche, version: Number(version), lieu }), request, parts);
  const person = numero === undefined ? undefined : await request.parts.people.reveal(programme.name, numero);
  const [known] =
    message?.startsWith(idsOfContact(contactId)) === true
      ? await parts.messages.messages.read(programme.name, [message])
      : [];
  const fault = objectionToText(text, rules);
  const { segments, ...price } = priceOf(text, rules);
  return {
    ...{ text, encoding: segments.encoding, parts: segments.parts, ...price },
    ...{ number: textableNumber(person?.e164, rules), ...(fault !== undefined && { fault }) },
    ...(message !== undefined && { outcome: stateOfDeskText(known) }),
  };
}

async function sent(request: AppointmentRequest, parts: DeskTexting): Promise<DeskTextSent> {
  const { event, programme, ports, scope, at } = request;
  const { fiche, version, lieu, numberKey, phone, agreed } = membersOf(jsonBody(event));
  if (agreed !== true) {
    throw new HttpError(400, 'Demandez d’abord à la personne si elle accepte ce SMS, puis cochez son accord.');
  }
  const subject = subjectOf({ fiche, version, lieu });
  const rules = await ports.content.inForce(programme.name, 'messageRules', at);
  const fault = objectionToText(await wordsOf(subject, request, parts), rules);
  if (fault !== undefined) {
    throw new HttpError(409, fault);
  }
  const contactId = pathParameter(event, 'contactId');
  const person = await personOf({ numberKey, phone, contactId }, rules, request);
  const calendar = await ports.content.inForce(programme.name, 'calendar', at);
  const order = { programme: programme.name, contactId, subject, ...person, agent: scope.by, at };
  const { messages, consent, log } = parts;
  return await sendDeskText(order, { calendar, rules }, { messages, consent, log, profiles: request.parts.profiles });
}

function subjectOf(fields: Readonly<Record<'fiche' | 'version' | 'lieu', unknown>>): TextSubject {
  const { fiche, version, lieu } = fields;
  if (typeof lieu === 'string' && fiche === undefined) {
    return { kind: 'place', placeId: lieu };
  }
  if (typeof fiche === 'string' && typeof version === 'number' && Number.isInteger(version)) {
    return { kind: 'card', cardId: fiche, version };
  }
  throw new HttpError(
    400,
    `La demande vaut ${JSON.stringify(fields)} ; accepté : « fiche » et « version », ou « lieu ».`,
  );
}

/** What would be sent: of a card, only the version that agents read today (SAMPS-21). */
async function wordsOf(subject: TextSubject, request: AppointmentRequest, parts: DeskTexting): Promise<string> {
  const { programme, at } = request;
  if (subject.kind === 'card') {
    const { versions } = await parts.base.published(programme.name);
    const today = cardsInForce(versions, localDay(programme.calendar.timeZone, at));
    if (!today.some(({ cardId, version }) => cardId === subject.cardId && version === subject.version)) {
      throw new HttpError(409, 'Cette fiche a changé depuis : revenez aux fiches, puis ouvrez-la de nouveau.');
    }
  }
  const [template] = (await parts.messages.ownTexts?.(programme.name, [codeOfText(subject)])) ?? [];
  if (template === undefined) {
    throw new HttpError(
      404,
      subject.kind === 'card'
        ? 'Cette fiche n’a pas de liste de pièces à envoyer.'
        : `Le lieu « ${subject.placeId} » n’existe pas ou n’existe plus.`,
    );
  }
  return template.text;
}

async function personOf(
  asked: { readonly numberKey: unknown; readonly phone: unknown; readonly contactId: string },
  rules: MessageRules,
  { programme, parts }: AppointmentRequest,
): Promise<{ readonly personId: string; readonly e164: string }> {
  const { numberKey, phone, contactId } = asked;
  const { name, defaultCountry } = programme;
  const typed = typeof phone === 'string' && phone.trim() !== '';
  const found = typed
    ? await identify({ programme: name, number: phone, defaultCountry, callId: contactId }, parts)
    : typeof numberKey === 'string'
      ? await parts.people.reveal(name, numberKey)
      : undefined;
  if (found !== undefined && 'problem' in found) {
    throw new HttpError(400, 'Ce numéro n’existe pas : demandez-le de nouveau.');
  }
  const number = textableNumber(found?.e164, rules);
  if (found === undefined || number !== 'mobile') {
    throw new HttpError(400, refusals[number === 'mobile' ? 'none' : number]);
  }
  return { personId: found.personId, e164: found.e164 };
}
