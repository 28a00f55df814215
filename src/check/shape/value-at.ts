/** What stands at a path of plain values; undefined where there is nothing. */
export function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (isContainer(value) && Object.hasOwn(value, part) ? value[part] : undefined),
    data,
  );
}

/** True for a map or a list: what can hold other values. */
export function isContainer(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
