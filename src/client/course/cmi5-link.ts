import type { CourseAnswer, CourseLink } from './course-link.ts';

const VERBS = 'http://adlnet.gov/expapi/verbs';
const CMI5_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON_CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const MASTERY_EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const VERSION = '1.0.3';

const INTERACTIONS = {
  choice: 'choice',
  multiple: 'choice',
  'true-false': 'true-false',
  order: 'sequencing',
  match: 'matching',
  sort: 'matching',
} as const;

/** What the system says about this launch (cmi5, section 8.1). */
interface Launch {
  endpoint: string;
  fetch: string;
  registration: string;
  activityId: string;
  actor: unknown;
}

interface LaunchData {
  contextTemplate?: {
    contextActivities?: { grouping?: { id: string }[] };
    extensions?: Record<string, unknown>;
  };
  masteryScore?: number;
}

/** The link to the learning record store that launched this page by cmi5; nothing where none did. */
export function cmi5Link(address: URL): CourseLink | undefined {
  const launch = launchOf(address);
  if (!launch) return undefined;
  let authorization = '';
  let data: LaunchData = {};
  let isOpen = false;

  const resource = (path: string, query: Record<string, string> = {}) => {
    const url = new URL(path, launch.endpoint.endsWith('/') ? launch.endpoint : `${launch.endpoint}/`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url;
  };
  const headers = () => ({
    Authorization: authorization,
    'X-Experience-API-Version': VERSION,
    'Content-Type': 'application/json',
  });
  const send = async (statement: Record<string, unknown>, keepalive = false) => {
    const body = JSON.stringify({
      id: crypto.randomUUID(),
      actor: launch.actor,
      timestamp: new Date().toISOString(),
      ...statement,
    });
    const reply = await fetch(resource('statements'), { method: 'POST', headers: headers(), body, keepalive });
    if (!reply.ok) throw new Error(`statements: ${String(reply.status)}`);
  };
  /** A statement that cmi5 defines: it carries the categories by which a system knows it. */
  const tell = (verb: string, result?: object, { movesOn = false, keepalive = false } = {}) => {
    const { contextActivities = {}, extensions = {} } = data.contextTemplate ?? {};
    const categories = [{ id: CMI5_CATEGORY }, ...(movesOn ? [{ id: MOVE_ON_CATEGORY }] : [])];
    const mastery = data.masteryScore;
    return send(
      {
        verb: { id: `${VERBS}/${verb}` },
        object: { objectType: 'Activity', id: launch.activityId },
        ...(result ? { result } : {}),
        context: {
          registration: launch.registration,
          contextActivities: { ...contextActivities, category: categories },
          extensions: {
            ...extensions,
            ...(movesOn && mastery !== undefined ? { [MASTERY_EXTENSION]: mastery } : {}),
          },
        },
      },
      keepalive,
    );
  };

  return {
    begin: async () => {
      const token = (await (await fetch(launch.fetch, { method: 'POST' })).json()) as { 'auth-token'?: string };
      authorization = `Basic ${token['auth-token'] ?? ''}`;
      const agent = JSON.stringify(launch.actor);
      const { activityId, registration } = launch;
      const state = resource('activities/state', { stateId: 'LMS.LaunchData', activityId, agent, registration });
      const reply = await fetch(state, { headers: headers() });
      if (reply.ok) data = (await reply.json()) as LaunchData;
      await tell('initialized');
      isOpen = true;
    },
    answer: (answer) =>
      send({
        verb: { id: `${VERBS}/answered` },
        object: {
          objectType: 'Activity',
          id: `${launch.activityId}#${answer.id}`,
          definition: definitionOf(answer),
        },
        result: {
          score: { scaled: answer.score },
          success: answer.score === 1,
          response: responseOf(answer, answer.answer),
          duration: duration(answer.seconds),
        },
        context: { registration: launch.registration, ...data.contextTemplate },
      }),
    finish: async (score, hasPassed, seconds) => {
      const result = { score: { scaled: score }, success: hasPassed, duration: duration(seconds) };
      await tell(hasPassed ? 'passed' : 'failed', result, { movesOn: true });
      await tell('completed', { completion: true, duration: duration(seconds) }, { movesOn: true });
    },
    close: (seconds) => {
      if (!isOpen) return;
      isOpen = false;
      void tell('terminated', { duration: duration(seconds) }, { keepalive: true });
    },
  };
}

function launchOf({ searchParams }: URL): Launch | undefined {
  const named = (name: string) => searchParams.get(name) ?? '';
  const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map(named);
  if (!endpoint || !fetch || !registration || !activityId) return undefined;
  try {
    return { endpoint, fetch, registration, activityId, actor: JSON.parse(named('actor')) as unknown };
  } catch {
    return undefined;
  }
}

/** The question as an xAPI interaction (xAPI 1.0.3, part 2, appendix C). */
function definitionOf(answer: CourseAnswer) {
  const { type, stem, options, targets, key } = answer;
  const interactionType = type in INTERACTIONS ? INTERACTIONS[type as keyof typeof INTERACTIONS] : 'other';
  const described = (list: readonly { id: string; text: string }[]) =>
    list.map(({ id, text }) => ({ id, description: { und: text } }));
  const components =
    interactionType === 'matching'
      ? { source: described(options), target: described(targets) }
      : interactionType === 'true-false' || interactionType === 'other'
        ? {}
        : { choices: described(options) };
  return {
    type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
    description: { und: stem },
    interactionType,
    correctResponsesPattern: [responseOf(answer, key)],
    ...components,
  };
}

function responseOf({ type }: CourseAnswer, ids: readonly string[]): string {
  return type === 'true-false' ? (ids[0] ?? '') : ids.map((id) => id.replace('=', '[.]')).join('[,]');
}

/** ISO 8601. */
function duration(seconds: number): string {
  return `PT${seconds.toFixed(2)}S`;
}
