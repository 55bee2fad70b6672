import type { Flow } from './flow.ts';

/** Does this id mean this flow? Its name or ARN, an ARN that ends in its name, or a deployment placeholder that holds it: `{{module:billing/menu}}`. */
export const isNamedBy = ({ name, arn }: Flow, id: string): boolean =>
  name === id || arn === id || id.endsWith(`/${name}`) || id.split(/[^\p{L}\p{N}/_ -]+/u).includes(name);
