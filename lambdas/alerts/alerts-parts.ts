import type { AlertPorts } from '../../domain/alert/alert-ports.ts';
import type { MessageRegister } from '../../domain/message/message-register.ts';
import type { StructureScope } from '../../domain/structure/structure-scope.ts';

export interface AlertsParts {
  readonly portsOf: (scope: StructureScope, structureName: string) => AlertPorts;
  readonly messages: Pick<MessageRegister, 'read'>;
  readonly now: () => string;
  /** A UUID of version 7: ids that follow from it sort by the time of the form. */
  readonly operation: (at: string) => string;
}
