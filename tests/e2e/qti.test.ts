import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../src/model/question.ts';
import type { ShownQuestion } from '../../src/quiz/shown-question.ts';
import { parsePlacement, placement } from '../../src/quiz/types/placement.ts';
import { rulesOf, showQuestion } from '../../src/quiz/types/registry.ts';
import { banks, expectedOf, exported } from '../contract/every-question.ts';
import { launchBrowser } from './site.ts';

const PLAYER = readFileSync(
  createRequire(import.meta.url).resolve('@citolab/qti-components/cdn/index.global.js'),
  'utf8',
);
/** Outside the heavy runs, of the site's own questions every so manieth is played. */
const EVERY = process.env['DEEP'] ? 1 : 30;
const HTML = new Set(['br']);

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<!doctype html><title>QTI</title>');
  await page.addScriptTag({ content: PLAYER });
});
afterAll(() => browser.close());

/** An item of QTI 2.1 as QTI 3.0 writes it: the same names, in lower case with hyphens, and a prefix on elements. */
function asQti3(xml: string): string {
  const hyphened = (name: string) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return xml
    .replaceAll('http://www.imsglobal.org/xsd/imsqti_v2p1', 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0')
    .replace(/(<\/?)([A-Za-z]+)([^<>]*>)/g, (whole, open: string, name: string, rest: string) =>
      HTML.has(name)
        ? whole
        : `${open}qti-${hyphened(name)}${rest.replace(/ ([a-z]+[A-Z][A-Za-z]*)=/g, (_, attribute: string) => ` ${hyphened(attribute)}=`)}`,
    );
}

interface Played {
  prompt: string;
  choices: { id: string; text: string }[];
  /** For each answer its score, and the reasons that are then shown. */
  results: { score: number; reasons: string[] }[];
}

/** Has the player read items and answer each in several ways. An answer names choices by their places. */
function play(items: { xml: string; answers: number[][][] }[]): Promise<Played[]> {
  return page.evaluate(async (given) => {
    interface Item extends HTMLElement {
      updateComplete: Promise<unknown>;
      updateResponseVariable: (name: string, value: string | string[]) => void;
      resetResponses: () => void;
      processResponse: () => void;
      getOutcome: (name: string) => { value: string };
    }
    const textOf = (element: Element | null) => {
      const copy = element?.cloneNode(true) as Element | undefined;
      copy?.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
      return copy?.textContent ?? '';
    };
    const load = async (xml: string): Promise<Item> => {
      const frame = document.createElement('item-container');
      Object.assign(frame, { itemXML: xml });
      const host = document.createElement('qti-item');
      host.append(frame);
      document.body.replaceChildren(host);
      for (let tries = 0; tries < 500; tries++) {
        const item = frame.shadowRoot?.querySelector<Item>('qti-assessment-item');
        if (item) {
          await item.updateComplete;
          return item;
        }
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      throw new Error(`not read: ${xml}`);
    };
    const played = [];
    for (const { xml, answers } of given) {
      const results = [];
      const item = await load(xml);
      const choices = [...item.querySelectorAll('qti-simple-choice, qti-simple-associable-choice')].map((choice) => ({
        id: choice.getAttribute('identifier')!,
        text: textOf(choice),
      }));
      const prompt = textOf(item.querySelector('qti-prompt'));
      const isSingle = item.querySelector('qti-response-declaration')?.getAttribute('cardinality') === 'single';
      for (const answer of answers) {
        item.resetResponses();
        const values = answer.map((places) => places.map((at) => choices[at]!.id).join(' '));
        if (!isSingle || values.length > 0) item.updateResponseVariable('RESPONSE', isSingle ? values[0]! : values);
        item.processResponse();
        await item.updateComplete;
        const reasons = [...item.querySelectorAll('qti-modal-feedback')]
          .filter((reason) => (reason as unknown as { showStatus: string }).showStatus === 'on')
          .map(textOf);
        results.push({ score: Number(item.getOutcome('SCORE').value), reasons });
      }
      played.push({ prompt, choices, results });
    }
    return played;
  }, items);
}

/** The right answer, none, and answers that are wrong in part and as a whole. */
function someAnswers({ type, key, options, targets }: ShownQuestion): string[][] {
  const ids = options.map(({ id }) => id);
  if (type === 'order') return [key, [], key.toReversed(), [key[1]!, key[0]!, ...key.slice(2)]];
  if (targets.length > 0) {
    const moved = key.map((put) => {
      const { option, target } = parsePlacement(put);
      const at = targets.findIndex(({ id }) => id === target);
      return placement(option, targets[(at + 1) % targets.length]!.id);
    });
    return [key, [], moved, [...moved.slice(0, 1), ...key.slice(1)]];
  }
  const wrong = ids.filter((id) => !key.includes(id));
  return type === 'multiple'
    ? [key, [], ids, [key[0]!], [key[0]!, wrong[0]!], [...key, wrong[0]!]]
    : [key, [], [wrong[0]!]];
}

/** The places of the choices that an answer names, as the item lists them: of a pair first what is put somewhere. */
function placesOf({ type, options, targets }: ShownQuestion, answer: string): number[] {
  const place = (list: readonly { id: string }[], wanted: string) => list.findIndex(({ id }) => id === wanted);
  if (targets.length === 0) return [place(options, answer)];
  const { option, target } = parsePlacement(answer);
  return type === 'match'
    ? [place(targets, target), targets.length + place(options, option)]
    : [place(options, option), options.length + place(targets, target)];
}

/** The reasons that an answer brings: those of the options chosen; where things are put in their places, of all. */
function reasonsFor(question: Question, answer: readonly string[]): number {
  return 'options' in question ? answer.length : 1;
}

describe.each(banks.map((bank) => [`${bank.id}.${bank.lang}`, bank] as const))('%s', (name, bank) => {
  test('a QTI player of others shows every word of an item, and scores it as this site does', async () => {
    const files = unzipSync(await exported(bank, 'qti'));
    const xmls = Object.entries(files)
      .filter(([file]) => file.startsWith('items/'))
      .map(([, bytes]) => new TextDecoder().decode(bytes));
    const byId = new Map(expectedOf(bank, 'qti').map((question) => [question.id, question]));
    const all = xmls.map((xml) => {
      const label = /\slabel="([^"]+)"/.exec(xml)?.[1] ?? '';
      const question = byId.get(label)!;
      const shown = showQuestion(question);
      return { xml, question, shown, answers: someAnswers(shown) };
    });
    const items = name.startsWith('hostile') ? all : all.filter((_, at) => at % EVERY === 0);
    const played = await play(
      items.map(({ xml, shown, answers }) => ({
        xml: asQti3(xml),
        answers: answers.map((answer) => answer.map((one) => placesOf(shown, one))),
      })),
    );
    items.forEach(({ question, shown, answers }, at) => {
      const { prompt, choices, results } = played[at]!;
      const { type, stem, options, targets } = shown;
      expect(prompt, question.id).toBe(stem);
      expect(choices.map(({ text }) => text)).toEqual(
        (type === 'match' ? [...targets, ...options] : [...options, ...targets]).map(({ text }) => text),
      );
      answers.forEach((answer, which) => {
        const score = rulesOf(type).grade(shown, answer);
        const said = `${question.id}: ${answer.join(' ')}`;
        // QTI can say of an order only whether it is right. The player rounds to three places.
        expect(results[which]!.score, said).toBeCloseTo(type === 'order' && score < 1 ? 0 : score, 2);
        expect(results[which]!.reasons, said).toHaveLength(reasonsFor(question, answer));
      });
    });
  }, 300_000);
});
