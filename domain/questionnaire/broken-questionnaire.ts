/** A definition that leads nowhere: the validator refuses it before anyone is asked. The message names the place and what is accepted. */
export class BrokenQuestionnaire extends Error {
  override readonly name = 'BrokenQuestionnaire';
}
