import type { z } from 'zod';

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

/**
 * The keys that a record may have at a path; `data` is the whole file, needed to tell which of several shapes a value
 * was meant to have. Empty where the schema expects no keys.
 */
export function allowedKeysAt(schema: Schema, data: unknown, path: readonly PropertyKey[]): string[] {
  let current: Schema | undefined = resolve(schema, data);
  let value = data;
  for (const part of path) {
    value = isRecord(value) || Array.isArray(value) ? (value as Record<PropertyKey, unknown>)[part] : undefined;
    const inner: Schema | undefined = current && childOf(current, part);
    current = inner && resolve(inner, value);
  }
  const def = current && defOf(current);
  return def?.type === 'object' ? Object.keys(def.shape) : [];
}

/** The schema beneath what only decorates it, and of several shapes the one that the value was meant to have. */
function resolve(schema: Schema, value: unknown): Schema {
  const def = defOf(schema);
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
    case 'prefault':
    case 'readonly':
    case 'catch':
    case 'nonoptional':
      return resolve(def.innerType, value);
    case 'union': {
      const meant = def.options.find((option) => couldBe(option, value, def));
      return meant ? resolve(meant, value) : schema;
    }
    default:
      return schema;
  }
}

function couldBe(option: Schema, value: unknown, union: Def): boolean {
  const def = defOf(option);
  if ('discriminator' in union && def.type === 'object') {
    const tag = String(union.discriminator);
    const literal = def.shape[tag];
    const wanted = literal && defOf(literal);
    return isRecord(value) && wanted?.type === 'literal' && wanted.values.includes(value[tag] as string);
  }
  return Array.isArray(value) ? def.type === 'array' : def.type === 'object';
}

function childOf(schema: Schema, part: PropertyKey): Schema | undefined {
  const def = defOf(schema);
  if (def.type === 'object') return def.shape[String(part)];
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  return undefined;
}

function defOf(schema: Schema): Def {
  return schema._zod.def as Def;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
