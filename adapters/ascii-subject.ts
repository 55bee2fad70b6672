/** SNS refuses a subject of 100 characters or more, and mail relays mangle what is not ASCII in it. */
const longestSubject = 99;

/** A subject that SNS takes and mail relays leave alone. */
export function asciiSubject(subject: string): string {
  return subject
    .normalize('NFD')
    .replace(/[\u2012-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s/g, ' ')
    .replace(/[^ -~]/g, '')
    .slice(0, longestSubject)
    .trim();
}
