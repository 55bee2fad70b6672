import type { Act, AlertPorts } from '../../domain/alert/alert-ports.ts';
import type { ApiEvent } from '../middleware/http.ts';
import type { StructureVisitor } from '../middleware/structure-visitor.ts';
import type { AlertsParts } from './alerts-parts.ts';

/** What one request has in hand. */
export interface AlertRequest {
  readonly event: ApiEvent;
  readonly visitor: StructureVisitor;
  readonly ports: AlertPorts;
  readonly parts: AlertsParts;
  /** ISO instant. */
  readonly at: string;
}

/** Who acts, as the domain knows them. */
export function actOf({ visitor, at }: Pick<AlertRequest, 'visitor' | 'at'>): Act {
  const { userName: by, role, page } = visitor;
  return { by, role, at, author: page.displayName ?? '' };
}

/** Ids that forms of ours make; whatever else is unknown before it is looked for. */
export function isAlertId(id: string | undefined): id is string {
  return id !== undefined && /^[0-9a-f]{32}$/.test(id);
}
