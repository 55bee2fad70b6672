import type { AlertDraft, AlertFaults } from '../../domain/alert/alert-form.ts';
import { cleanText } from '../../domain/alert/alert-text.ts';
import { placeKey } from '../../domain/alert/hold-place.ts';
import { judgeMass } from '../../domain/alert/mass-guard.ts';
import { previewAlert, previewText } from '../../domain/alert/preview-alert.ts';
import { selectRecipients } from '../../domain/alert/select-recipients.ts';
import { localDay } from '../../domain/calendar/local-time.ts';
import { nextSendable } from '../../domain/message/quiet-hours.ts';
import { type AlertFormView, alertFormPage } from '../../pages/alertes/alert-form-page.ts';
import type { AlertPage } from '../../pages/alertes/frame.ts';
import type { AlertForm } from './alert-form-fields.ts';
import type { AlertRequest } from './alert-request.ts';

/** The form as it was typed, with what is wrong beside each field. */
export async function formView(
  request: AlertRequest,
  form: AlertForm,
  faults: AlertFaults,
  checked: { readonly twice?: readonly [string, string] } = {},
): Promise<AlertPage> {
  const { twice } = checked;
  return alertFormPage({ ...(await viewOf(request, form, faults)), ...(twice === undefined ? {} : { twice }) });
}

/** The form under what it would do: counted from the members as they are now. */
export async function previewView(
  request: AlertRequest,
  form: AlertForm,
  draft: AlertDraft,
  faults: AlertFaults = {},
): Promise<AlertPage> {
  const { ports, at, visitor } = request;
  const { content, programme } = ports;
  const [view, rules, { timeZone, holidays }, { massShare }] = await Promise.all([
    viewOf(request, form, faults),
    content.inForce(programme, 'messageRules', at),
    content.inForce(programme, 'calendar', at),
    content.inForce(programme, 'alerts', at),
  ]);
  const wanted = draft.sendAt ?? at;
  const leavesAt = nextSendable(rules.quietHours, { zones: [timeZone], holidays }, wanted);
  const selected = await selectRecipients(draft, leavesAt, ports);
  const counted = { text: draft.text, structureName: visitor.structureName, rules };
  const twin = await ports.alerts.holder(placeKey({ ...draft, day: localDay(timeZone, leavesAt) }, ports.hashOf));
  return alertFormPage({
    ...view,
    preview: {
      counts: previewAlert(counted, selected.lines, selected.members),
      mass: judgeMass(selected.mass, massShare),
      leavesAt,
      isMoved: leavesAt !== wanted,
      ...(twin === undefined || twin === form.alertId || (await isOver(twin, request)) ? {} : { twin }),
    },
  });
}

async function isOver(alertId: string, { ports }: AlertRequest): Promise<boolean> {
  const alert = await ports.alerts.read(alertId);
  return alert === undefined || ['draft', 'cancelled', 'withdrawing'].includes(alert.state);
}

async function viewOf(
  { visitor, ports, at }: AlertRequest,
  form: AlertForm,
  faults: AlertFaults,
): Promise<AlertFormView> {
  const { typed, operation, version, reusedFrom, reason, edits } = form;
  const [content, rules, { timeZone }, groups] = await Promise.all([
    ports.content.inForce(ports.programme, 'alerts', at),
    ports.content.inForce(ports.programme, 'messageRules', at),
    ports.content.inForce(ports.programme, 'calendar', at),
    ports.members.groups(),
  ]);
  const { structureName } = visitor;
  const text = cleanText(typed.text);
  return {
    visitor: visitor.page,
    ...{ content, groups, typed, faults, operation, version, structureName, timeZone, reason, edits },
    ...(reusedFrom === undefined ? {} : { reusedFrom }),
    linkLength: rules.linkLength,
    pricePerPart: rules.prices['FR'] ?? 0,
    ...(text === '' ? {} : { text: previewText(text, structureName, rules) }),
  };
}
