/**
 * What is found of something that never changes (the words of a request, what reads them), found once however many ask:
 * it goes with what it was found of, by identity: a list that is still being written has no place here.
 */
export function onceOf<K extends object, V extends object>(find: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return of => {
    let found = known.get(of);
    if (found === undefined) known.set(of, (found = find(of)));
    return found;
  };
}
