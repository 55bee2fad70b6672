import type { ContactState } from '../contact/contact-state.ts';
import type { JsonValue } from '../json/json.ts';
import type { Signal } from '../run/signal.ts';

/** Puts a bot's answer under `$.Lex`. */
export const keepLexResult = (contact: ContactState, answer: Extract<Signal, { kind: 'lex-result' }>): void => {
  const lex: JsonValue = JSON.parse(
    JSON.stringify({
      ...answer.data,
      IntentName: answer.intentName,
      Slots: answer.slots ?? {},
      SessionAttributes: answer.sessionAttributes ?? {},
    }),
  );
  contact.namespaces['Lex'] = lex;
};
