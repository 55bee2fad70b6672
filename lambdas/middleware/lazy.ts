/**
 * What a function needs, made at the first event and kept while its environment lives. A failed making (a throttled read at cold start) is
 * forgotten, so that the next event tries again instead of failing for the life of the environment.
 */
export function lazy<T>(make: () => T | Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    if (made === undefined) {
      const making = Promise.resolve().then(make);
      made = making;
      making.catch(() => {
        made = undefined;
      });
    }
    return made;
  };
}
