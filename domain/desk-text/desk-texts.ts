import type { Content } from '../content/content.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { OwnTexts } from '../message/message-ports.ts';
import type { MessageTemplate } from '../message/message-template.ts';
import { respelt } from '../message/spelling.ts';
import { placeText } from '../place/place-text.ts';
import { textOfCode } from './text-name.ts';

export interface DeskTextPorts {
  readonly base: Pick<KnowledgeBase, 'published'>;
  readonly content: Content;
  readonly now: () => string;
}

/** Texts that agents have sent, by their codes: written again from what is published each time they are needed, and kept nowhere. */
export function deskTexts({ base, content, now }: DeskTextPorts): OwnTexts {
  return async (programme, codes) => {
    const wanted = codes.flatMap((code) => {
      const subject = textOfCode(code);
      return subject === undefined ? [] : [{ code, subject }];
    });
    const hasCards = wanted.some(({ subject }) => subject.kind === 'card');
    const hasPlaces = wanted.some(({ subject }) => subject.kind === 'place');
    const [{ versions }, { places }] = await Promise.all([
      hasCards ? base.published(programme) : { versions: [] },
      hasPlaces ? content.inForce(programme, 'places', now()) : { places: [] },
    ]);
    return wanted.flatMap(({ code, subject }) => {
      if (subject.kind === 'place') {
        const place = places.find(({ id }) => id === subject.placeId);
        return place === undefined ? [] : [asked(code, 1, placeText(place))];
      }
      const { cardId, version } = subject;
      const card = versions.find((one) => one.cardId === cardId && one.version === version);
      return card === undefined || card.text.checklist.length === 0
        ? []
        : [asked(code, version, checklistText(card.text.checklist))];
    });
  };
}

/** The documents of a card, one a line, in the letters that cost least. */
function checklistText(checklist: readonly string[]): string {
  return respelt(['Pièces à fournir :', ...checklist.map((item) => `- ${item}`)].join('\n'));
}

/** One text that the person asked for on a call: it takes no field, and needs no link. */
function asked(code: string, version: number, text: string): MessageTemplate {
  return { code, version, purpose: 'information', text: text.replaceAll('{', '(').replaceAll('}', ')'), fields: [] };
}
