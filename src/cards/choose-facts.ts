/** The facts that `only` names, in its order; all of them when it is left out. A name that no fact has is passed over. */
export function chooseFacts<T extends { id: string }>(facts: readonly T[], only: readonly string[] | undefined): T[] {
  if (!only) return [...facts];
  return only.flatMap((id) => facts.filter((fact) => fact.id === id));
}
