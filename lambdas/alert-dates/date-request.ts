import type { AlertPorts } from '../../domain/alert/alert-ports.ts';
import type { ApiEvent } from '../middleware/http.ts';
import type { StructureVisitor } from '../middleware/structure-visitor.ts';

/** What noting dates takes; nothing of it is told in a journal. */
export type DatePorts = Omit<AlertPorts, 'journal' | 'hashOf'>;

/** What one request has in hand. */
export interface DateRequest {
  readonly event: ApiEvent;
  readonly visitor: StructureVisitor;
  readonly ports: DatePorts;
  readonly operation: (at: string) => string;
  readonly at: string;
}
