/**
 * What a reader's device knows of the plans opened on it, kept there and nowhere else.
 *
 * Shape: one entry of localStorage a plan, so that a damaged one costs no other. Its key is `pocketbook/onboarding/<id>`,
 * its value JSON:
 *
 *     { "format": 1, "code": "p1.…", "ticks": { "<step>": seconds }, "spent": seconds, "who": "<8 letters>",
 *       "shown": { "title": "…", "href": "…", "done": 3, "of": 19, "next": "…" } }
 *
 * `code` is the plan as it came in its link, empty for a path of the site; `ticks` are the steps the reader has ticked
 * and when; `spent` is the time on its pages; `who` tells two readers of the same name apart in results; `shown` is how
 * it stood when last looked at, for pages that only point to it.
 *
 * Lifecycle: written when a plan is opened, a step ticked, time spent; never sent. A plan sent anew after a change
 * keeps its id, and with it the ticks of the steps that are still in it. Quizzes and self-assessments are not ticked:
 * how they stand is asked of their own stores.
 *
 * What goes wrong: what cannot be read is dropped, tick by tick. Where the store refuses or is full, the page goes on
 * and `false` is returned. An entry of a newer format is left untouched.
 */
const FORMAT = 1;
const PREFIX = 'pocketbook/onboarding/';
const AT = 'pocketbook/onboarding-at';
const LAST = 'pocketbook/onboarding-last';
const NAME = 'pocketbook/reader-name';
const FIRST = 'pocketbook/onboarding-first/';

/** How a plan stood when last looked at. */
export interface ShownPlan {
  title: string;
  /** Where it is opened, root-relative, fragment included. */
  href: string;
  done: number;
  of: number;
  /** The title of the next step; empty when all is done. */
  next: string;
}

export interface KeptPlan {
  code: string;
  ticks: ReadonlyMap<string, number>;
  spent: number;
  who: string;
  shown?: ShownPlan;
}

/** A step that a reader has gone to, and those to go to after it. */
export interface StepAt {
  plan: string;
  /** The page of the plan. */
  back: string;
  title: string;
  steps: { key: string; title: string; href: string; isTicked: boolean }[];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readJson(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** True when a newer version of the site has kept this plan; it is then neither read nor written. */
export function isNewerPlan(id: string): boolean {
  const data = readJson(PREFIX + id);
  return isRecord(data) && typeof data['format'] === 'number' && data['format'] > FORMAT;
}

/** What is kept of a plan; none when there is nothing or it cannot be read. Never throws. */
export function loadPlan(id: string): KeptPlan | undefined {
  const data = readJson(PREFIX + id);
  if (!isRecord(data) || data['format'] !== FORMAT) return undefined;
  const { code, ticks, spent, who, shown } = data;
  return {
    code: typeof code === 'string' ? code : '',
    ticks: new Map(
      Object.entries(isRecord(ticks) ? ticks : {}).filter(
        (tick): tick is [string, number] => typeof tick[1] === 'number',
      ),
    ),
    spent: typeof spent === 'number' && spent >= 0 && Number.isFinite(spent) ? Math.floor(spent) : 0,
    who: typeof who === 'string' && /^[a-z0-9]{8}$/.test(who) ? who : newName(),
    ...(isShown(shown) && { shown }),
  };
}

function isShown(value: unknown): value is ShownPlan {
  if (!isRecord(value)) return false;
  const { title, href, done, of, next } = value;
  const isOurs = typeof href === 'string' && /^\/(?!\/)/.test(href);
  return (
    isOurs &&
    typeof title === 'string' &&
    typeof next === 'string' &&
    typeof done === 'number' &&
    typeof of === 'number'
  );
}

/** Keeps a plan; returns whether the device took it. Never throws. */
export function keepPlan(id: string, { ticks, ...plan }: KeptPlan): boolean {
  if (isNewerPlan(id)) return false;
  return write(PREFIX + id, { format: FORMAT, ...plan, ticks: Object.fromEntries(ticks) });
}

/** A plan that has nothing kept yet. */
export function newPlan(code: string): KeptPlan {
  return { code, ticks: new Map(), spent: 0, who: newName() };
}

/** Forgets a plan. */
export function removePlan(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
    if (lastPlan() === id) localStorage.removeItem(LAST);
  } catch {
    // Where nothing can be removed nothing was kept.
  }
}

/** The plans opened on this device, the last one first, then by title. */
export function listPlans(): { id: string; plan: KeptPlan }[] {
  const last = lastPlan();
  const rank = (id: string, plan: KeptPlan) => `${id === last ? '0' : '1'}${plan.shown?.title ?? id}`;
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .flatMap((key) => {
        const id = key.slice(PREFIX.length);
        const plan = loadPlan(id);
        return plan ? [{ id, plan }] : [];
      })
      .sort((a, b) => (rank(a.id, a.plan) < rank(b.id, b.plan) ? -1 : 1));
  } catch {
    return [];
  }
}

function lastPlan(): string | undefined {
  const id = readJson(LAST);
  return typeof id === 'string' ? id : undefined;
}

/** Notes which plan was opened last. */
export function keepLastPlan(id: string): void {
  write(LAST, id);
}

/** The step that the reader has gone to, if any. */
export function loadStepAt(): StepAt | undefined {
  const data = readJson(AT);
  if (!isRecord(data)) return undefined;
  const { plan, back, title, steps } = data;
  if (typeof plan !== 'string' || typeof back !== 'string' || typeof title !== 'string' || !Array.isArray(steps)) {
    return undefined;
  }
  const isStep = (step: unknown): step is StepAt['steps'][number] =>
    isRecord(step) &&
    typeof step['key'] === 'string' &&
    typeof step['title'] === 'string' &&
    typeof step['href'] === 'string' &&
    /^\/(?!\/)/.test(step['href']) &&
    typeof step['isTicked'] === 'boolean';
  return /^\/(?!\/)/.test(back) ? { plan, back, title, steps: (steps as unknown[]).filter(isStep) } : undefined;
}

/** Notes the step that the reader goes to. */
export function keepStepAt(at: StepAt): void {
  write(AT, at);
}

/** The reader's name as last typed. */
export function loadName(): string {
  const name = readJson(NAME);
  return typeof name === 'string' ? name : '';
}

/** Keeps the reader's name. */
export function keepName(name: string): void {
  write(NAME, name);
}

/** What a topic's questions scored when first answered, by question. */
export function loadFirstScores(topic: string): Map<string, number> {
  const data = readJson(FIRST + topic);
  return new Map(
    Object.entries(isRecord(data) ? data : {}).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    ),
  );
}

/** Keeps the first scores of a topic. */
export function keepFirstScores(topic: string, scores: ReadonlyMap<string, number>): void {
  write(FIRST + topic, Object.fromEntries(scores));
}

/** Eight letters and figures at random. */
function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => (byte % 36).toString(36)).join('');
}
