/** What `make` gives, made when it is first asked for: nobody pays at the start for what a run may never need. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
