import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { alertRoutes } from '../../contracts/alert-routes.ts';
import type { Alert } from '../../domain/alert/alert.ts';
import { type AlertFaults, checkAlert, type TypedAlert } from '../../domain/alert/alert-form.ts';
import { isChangeable, rescheduleAlert } from '../../domain/alert/reschedule-alert.ts';
import { saveDraft } from '../../domain/alert/save-draft.ts';
import { type AlertOrder, scheduleAlert } from '../../domain/alert/schedule-alert.ts';
import { localIso } from '../../domain/calendar/local-time.ts';
import { shortDay } from '../../domain/report/french.ts';
import { alertAnswer, done, unknownHere } from '../middleware/alert-page.ts';
import { formBody, HttpError } from '../middleware/http.ts';
import { type AlertForm, readForm } from './alert-form-fields.ts';
import { formView, previewView } from './alert-form-view.ts';
import { type AlertRequest, actOf, isAlertId } from './alert-request.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/** An empty form, one filled from a message that was sent (ALERTES-19), a draft to go on with, or a message to change before it leaves. */
export async function newForm(request: AlertRequest): Promise<Answer> {
  const { event, ports, parts, at } = request;
  const { reprendre, brouillon, modifier } = event.queryStringParameters ?? {};
  const source = reprendre ?? brouillon ?? modifier;
  const known = isAlertId(source) ? await ports.alerts.read(source) : undefined;
  if (source !== undefined && (known === undefined || (brouillon !== undefined && known.state !== 'draft'))) {
    throw unknownHere();
  }
  const edits = modifier !== undefined && known !== undefined;
  if (edits && !isChangeable(known)) {
    return done(`${alertRoutes.alerts.path}/${known.alertId}`, 'parti');
  }
  const { timeZone } = await ports.content.inForce(ports.programme, 'calendar', at);
  const goesOn = known !== undefined && (edits || brouillon !== undefined);
  const form: AlertForm = {
    typed: known === undefined ? empty : typedOf(known, timeZone, goesOn),
    operation: goesOn ? dashed(known.alertId) : parts.operation(at),
    alertId: '',
    version: goesOn ? known.version : 0,
    ...(known === undefined || goesOn ? {} : { reusedFrom: known.alertId }),
    reason: edits ? (known.reason?.text ?? '') : '',
    again: false,
    edits,
  };
  return alertAnswer(200, await formView(request, form, {}));
}

/** What would be sent, to how many and at what price; nothing is written. */
export async function previewForm(request: AlertRequest): Promise<Answer> {
  const form = readForm(request);
  const checked = await check(request, form);
  return 'faults' in checked
    ? alertAnswer(422, await formView(request, form, checked.faults, checked))
    : alertAnswer(200, await previewView(request, form, checked.draft));
}

/** Schedules what was previewed, or keeps a draft; once, however often the form is sent. */
export async function sendForm(request: AlertRequest): Promise<Answer> {
  const { event, ports } = request;
  const form = readForm(request);
  const { alertId, version, reusedFrom, reason, again, edits } = form;
  const known = await ports.alerts.read(alertId);
  if (edits && known === undefined) {
    throw unknownHere();
  }
  if (!edits && known !== undefined && known.state !== 'draft') {
    return done(`${alertRoutes.alerts.path}/${alertId}`, 'programme');
  }
  const checked = await check(request, form);
  if ('faults' in checked) {
    return alertAnswer(422, await formView(request, form, checked.faults, checked));
  }
  const { draft } = checked;
  const order: AlertOrder = {
    ...{ alertId, draft, version, reason, again },
    ...(reusedFrom === undefined ? {} : { reusedFrom }),
  };
  if (!edits && formBody(event).get('action') === 'brouillon') {
    const saved = await saveDraft(order, actOf(request), ports);
    return saved === undefined ? changedMeanwhile() : done(`${alertRoutes.alerts.path}/${alertId}`, 'brouillon');
  }
  const result = await (edits ? rescheduleAlert : scheduleAlert)(order, actOf(request), ports);
  switch (result.type) {
    case 'scheduled':
      return done(`${alertRoutes.alerts.path}/${alertId}`, edits ? 'change' : 'programme');
    case 'left':
      return done(`${alertRoutes.alerts.path}/${alertId}`, 'parti');
    case 'already':
      return done(`${alertRoutes.alerts.path}/${result.alertId}`, result.alertId === alertId ? 'programme' : 'deja');
    case 'changed':
      return changedMeanwhile();
    case 'nobody': {
      const faults = { groups: ['Personne de ces groupes ne peut recevoir ce message : voyez les raisons ci-dessus.'] };
      return alertAnswer(422, await previewView(request, form, draft, faults));
    }
    default: {
      const faults: AlertFaults = result.fault === undefined ? {} : { reason: [result.fault] };
      return alertAnswer(422, await previewView(request, form, draft, faults));
    }
  }
}

function changedMeanwhile(): never {
  throw new HttpError(409, 'Ce message a été changé par une autre personne. Rouvrez-le depuis la liste des messages.');
}

async function check({ ports, at, visitor }: AlertRequest, { typed }: AlertForm) {
  const { content, programme, members } = ports;
  const [groups, { categories }, rules, { timeZone }] = await Promise.all([
    members.groups(),
    content.inForce(programme, 'alerts', at),
    content.inForce(programme, 'messageRules', at),
    content.inForce(programme, 'calendar', at),
  ]);
  const { structureName } = visitor;
  return checkAlert(typed, { groups, categories, rules, structureName, now: at, timeZone });
}

const empty: TypedAlert = { title: '', category: '', text: '', groups: [], when: 'now', day: '', time: '' };

/** Of a message that is used again, everything but its moment: a new one is asked for (ALERTES-19). */
function typedOf({ title, category, text, groups, sendAt }: Alert, timeZone: string, goesOn: boolean): TypedAlert {
  const local = goesOn && sendAt !== undefined ? localIso(timeZone, sendAt) : undefined;
  return {
    ...{ title, category, text, groups: groups.map(({ groupId }) => groupId) },
    when: goesOn && sendAt === undefined ? 'now' : 'later',
    day: local === undefined ? '' : shortDay(local.slice(0, 10)),
    time: local === undefined ? '' : local.slice(11, 16),
  };
}

function dashed(alertId: string): string {
  return alertId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
