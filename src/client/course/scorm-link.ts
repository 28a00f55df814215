import type { CourseAnswer, CourseLink } from './course-link.ts';

/** The API that a SCORM 1.2 system offers (SCORM 1.2 Run-Time Environment, section 3.3). */
interface ScormApi {
  LMSInitialize: (empty: '') => string;
  LMSGetValue: (element: string) => string;
  LMSSetValue: (element: string, value: string) => string;
  LMSCommit: (empty: '') => string;
  LMSFinish: (empty: '') => string;
}

/** How many windows up the API is looked for, as the standard has it. */
const WINDOWS_UP = 7;
const FEEDBACK_LETTERS = 255;
const TYPES = {
  choice: 'choice',
  multiple: 'choice',
  'true-false': 'true-false',
  order: 'sequencing',
  match: 'matching',
  sort: 'matching',
} as const;

/** The link to the SCORM 1.2 system around this page; nothing where there is none. */
export function scormLink(page: Window): CourseLink | undefined {
  const api = findApi(page) ?? (page.opener ? findApi(page.opener as Window) : undefined);
  if (!api) return undefined;
  let answers = 0;
  let isOpen = false;
  const set = (element: string, value: string) => api.LMSSetValue(element, value);
  return {
    begin: () => {
      isOpen = api.LMSInitialize('') === 'true';
      const status = api.LMSGetValue('cmi.core.lesson_status');
      if (status === 'not attempted' || status === '') set('cmi.core.lesson_status', 'incomplete');
      answers = Number(api.LMSGetValue('cmi.interactions._count')) || 0;
      api.LMSCommit('');
      return Promise.resolve();
    },
    answer: (answer) => {
      const at = `cmi.interactions.${String(answers)}`;
      answers += 1;
      set(`${at}.id`, answer.id);
      set(`${at}.type`, typeOf(answer));
      set(`${at}.time`, clock(new Date()));
      set(`${at}.correct_responses.0.pattern`, pattern(answer, answer.key));
      set(`${at}.student_response`, pattern(answer, answer.answer));
      set(`${at}.result`, answer.score === 1 ? 'correct' : answer.score === 0 ? 'wrong' : answer.score.toFixed(2));
      set(`${at}.weighting`, '1');
      set(`${at}.latency`, timespan(answer.seconds));
      api.LMSCommit('');
      return Promise.resolve();
    },
    finish: (score, hasPassed, seconds) => {
      set('cmi.core.score.min', '0');
      set('cmi.core.score.max', '100');
      set('cmi.core.score.raw', String(Math.round(score * 100)));
      set('cmi.core.lesson_status', hasPassed ? 'passed' : 'failed');
      set('cmi.core.session_time', timespan(seconds));
      api.LMSCommit('');
      return Promise.resolve();
    },
    close: (seconds) => {
      if (!isOpen) return;
      isOpen = false;
      set('cmi.core.session_time', timespan(seconds));
      api.LMSFinish('');
    },
  };
}

function findApi(page: Window): ScormApi | undefined {
  let at = page;
  for (let up = 0; up <= WINDOWS_UP; up += 1) {
    const { API } = at as unknown as { API?: ScormApi };
    if (API) return API;
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** Types that a run-time does not know are told as their nearest. */
function typeOf({ type }: CourseAnswer): string {
  return type in TYPES ? TYPES[type as keyof typeof TYPES] : 'performance';
}

/** An answer in the standard's own signs: options by letter, targets by number, true and false as `t` and `f`. */
function pattern(answer: CourseAnswer, ids: readonly string[]): string {
  if (answer.type === 'true-false') return ids.map((id) => id.charAt(0)).join('');
  // The standard has no signs for a performance but a text of this length.
  if (answer.type === 'scenario') return ids.join(',').slice(0, FEEDBACK_LETTERS);
  const letter = (id: string) => 'abcdefghijklmnopqrstuvwxyz'.charAt(answer.options.findIndex((one) => one.id === id));
  return ids
    .map((id) => {
      const [option = '', target] = id.split('=');
      if (target === undefined) return letter(option);
      return `${String(answer.targets.findIndex((one) => one.id === target) + 1)}.${letter(option)}`;
    })
    .join(',');
}

const two = (value: number) => String(Math.floor(value)).padStart(2, '0');

/** `CMITimespan`: hours, minutes, seconds. */
function timespan(seconds: number): string {
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `CMITime`: the time of day. */
function clock(now: Date): string {
  return `${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}
