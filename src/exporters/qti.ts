import type { Question } from '../model/question.ts';
import { escapeXml, textAsHtml } from './escape-xml.ts';
import type { Bank, Exporter } from './exporter.ts';
import { zipFiles } from './zip-files.ts';

const ITEM = 'http://www.imsglobal.org/xsd/imsqti_v2p1';
const SCHEMA = `${ITEM} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd`;
const CONTENT = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const TOOL = 'Pocketbook';

/**
 * A QTI 2.1 content package (IMS Question and Test Interoperability, assessment test, section and item model): one item a
 * question, one test with a section a topic.
 */
export const qti: Exporter = {
  format: 'qti',
  extension: 'qti.zip',
  mediaType: 'application/zip',
  fallbacks: { scenario: 'scenario-as-choices' },
  write: (bank, questions) => {
    const items = questions.map((question, index) => ({ question, name: `q${String(index + 1)}` }));
    const files = items.map(({ question, name }): [string, string] => [itemFile(name), itemXml(question, name)]);
    return zipFiles({
      'imsmanifest.xml': manifestXml(
        bank,
        items.map(({ name }) => name),
      ),
      'test.xml': testXml(bank, items),
      ...Object.fromEntries(files),
    });
  },
};

interface NamedItem {
  question: Question;
  name: string;
}

const itemFile = (name: string) => `items/${name}.xml`;

function manifestXml({ id, lang, title }: Bank, names: readonly string[]): string {
  const items = names.map(
    (name) => `<resource identifier="${name}" type="imsqti_item_xmlv2p1" href="${itemFile(name)}">
<file href="${itemFile(name)}"/>
</resource>`,
  );
  return `${HEAD}
<manifest xmlns="${CONTENT}" xmlns:xsi="${INSTANCE}" xmlns:imsmd="http://ltsc.ieee.org/xsd/LOM" xsi:schemaLocation="${CONTENT} http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd http://ltsc.ieee.org/xsd/LOM http://www.imsglobal.org/xsd/imsmd_loose_v1p3p2.xsd" identifier="${manifestId(id, lang)}">
<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion><imsmd:lom><imsmd:general><imsmd:title><imsmd:string language="${lang}">${escapeXml(title)}</imsmd:string></imsmd:title></imsmd:general></imsmd:lom></metadata>
<organizations/>
<resources>
<resource identifier="test" type="imsqti_test_xmlv2p1" href="test.xml">
<file href="test.xml"/>
${names.map((name) => `<dependency identifierref="${name}"/>`).join('\n')}
</resource>
${items.join('\n')}
</resources>
</manifest>
`;
}

function manifestId(id: string, lang: string): string {
  return `pocketbook-${id}-${lang}`;
}

function testXml(bank: Bank, items: readonly NamedItem[]): string {
  const sections = bank.topics.flatMap(({ id, title }, index) => {
    const refs = items
      .filter(({ question }) => question.topic === id)
      .map(({ name }) => `<assessmentItemRef identifier="${name}" href="${itemFile(name)}"/>`);
    if (refs.length === 0) return [];
    return [
      `<assessmentSection identifier="s${String(index + 1)}" title="${escapeXml(title)}" visible="true">
${refs.join('\n')}
</assessmentSection>`,
    ];
  });
  return `${HEAD}
<assessmentTest xmlns="${ITEM}" xmlns:xsi="${INSTANCE}" xsi:schemaLocation="${SCHEMA}" identifier="${manifestId(bank.id, bank.lang)}" title="${escapeXml(bank.title)}" toolName="${TOOL}">
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">
${sections.join('\n')}
</testPart>
<outcomeProcessing>
<setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum></setOutcomeValue>
</outcomeProcessing>
</assessmentTest>
`;
}

function itemXml(question: Question, name: string): string {
  const { declaration, interaction, reasons } = bodyOf(question);
  return `${HEAD}
<assessmentItem xmlns="${ITEM}" xmlns:xsi="${INSTANCE}" xsi:schemaLocation="${SCHEMA}" identifier="${name}" title="${escapeXml(question.stem.split('\n')[0] ?? '')}" label="${escapeXml(question.id)}" xml:lang="${question.lang === 'zh' ? 'zh-CN' : 'en'}" adaptive="false" timeDependent="false" toolName="${TOOL}">
${declaration}
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="1"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="multiple" baseType="identifier"/>
<itemBody>
${interaction}
</itemBody>
<responseProcessing>
<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>
<setOutcomeValue identifier="FEEDBACK">${feedbackValue(question)}</setOutcomeValue>
</responseProcessing>
${reasons.map(([id, text]) => `<modalFeedback outcomeIdentifier="FEEDBACK" identifier="${id}" showHide="show">${textAsHtml(text)}</modalFeedback>`).join('\n')}
</assessmentItem>
`.replace(
    '<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>',
    scoring(question),
  );
}

/** All or nothing where order counts; otherwise what each part is mapped to. */
function scoring({ type }: Question): string {
  if (type !== 'order')
    return '<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>';
  return `<responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition>`;
}

/** The reasons shown: of the options chosen; where things are put in their places, of the whole. */
function feedbackValue({ type }: Question): string {
  if (type === 'choice' || type === 'true-false') return '<multiple><variable identifier="RESPONSE"/></multiple>';
  if (type === 'multiple') return '<variable identifier="RESPONSE"/>';
  return '<multiple><baseValue baseType="identifier">ALL</baseValue></multiple>';
}

interface ItemBody {
  declaration: string;
  interaction: string;
  reasons: [id: string, text: string][];
}

function bodyOf(question: Question): ItemBody {
  switch (question.type) {
    case 'choice':
    case 'true-false':
    case 'multiple':
      return choiceBody(question);
    case 'order':
      return orderBody(question);
    case 'match':
      return pairBody(
        question.stem,
        question.pairs.map(({ left, right, feedback }, index) => ({
          item: left,
          targets: [index],
          reason: `${left} → ${right}: ${feedback}`,
        })),
        question.shown.map((id) => {
          const index = question.pairs.findIndex((pair) => pair.id === id);
          return { index, text: question.pairs[index]?.right ?? '', most: 1 };
        }),
      );
    case 'sort': {
      const items = question.bins.flatMap((bin, index) =>
        bin.items.map((item) => ({ ...item, label: bin.label, index })),
      );
      return pairBody(
        question.stem,
        question.shown
          .flatMap((id) => items.filter((item) => item.id === id))
          .map(({ text, label, feedback, index }) => ({
            item: text,
            targets: [index],
            reason: `${text} → ${label}: ${feedback}`,
          })),
        question.bins.map(({ label }, index) => ({ index, text: label, most: 0 })),
      );
    }
    default:
      throw new Error(`QTI has no ${question.type}`);
  }
}

function choiceBody(question: Extract<Question, { options: unknown }>): ItemBody {
  const isMultiple = question.type === 'multiple';
  const options = question.options.map((option, index) => ({ ...option, name: `O${String(index + 1)}` }));
  const share = (correct: boolean) => 1 / options.filter((option) => option.correct === correct).length;
  const mapped = ({ correct }: { correct: boolean }) => (correct ? share(true) : isMultiple ? -share(false) : 0);
  const keys = options.filter(({ correct }) => correct);
  return {
    declaration: `<responseDeclaration identifier="RESPONSE" cardinality="${isMultiple ? 'multiple' : 'single'}" baseType="identifier">
<correctResponse>${keys.map(({ name }) => `<value>${name}</value>`).join('')}</correctResponse>
<mapping lowerBound="0" upperBound="1" defaultValue="0">
${options.map((option) => `<mapEntry mapKey="${option.name}" mappedValue="${numberText(mapped(option))}"/>`).join('\n')}
</mapping>
</responseDeclaration>`,
    interaction: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="${isMultiple ? '0' : '1'}">
<prompt>${textAsHtml(question.stem)}</prompt>
${options.map(({ name, text }) => `<simpleChoice identifier="${name}">${textAsHtml(text)}</simpleChoice>`).join('\n')}
</choiceInteraction>`,
    reasons: options.map(({ name, feedback }) => [name, feedback]),
  };
}

function orderBody({ stem, order, shown }: Extract<Question, { type: 'order' }>): ItemBody {
  const nameOf = (id: string) => `O${String(shown.indexOf(id) + 1)}`;
  return {
    declaration: `<responseDeclaration identifier="RESPONSE" cardinality="ordered" baseType="identifier">
<correctResponse>${order.map(({ id }) => `<value>${nameOf(id)}</value>`).join('')}</correctResponse>
</responseDeclaration>`,
    interaction: `<orderInteraction responseIdentifier="RESPONSE" shuffle="false">
<prompt>${textAsHtml(stem)}</prompt>
${shown.map((id) => `<simpleChoice identifier="${nameOf(id)}">${textAsHtml(order.find((item) => item.id === id)?.text ?? '')}</simpleChoice>`).join('\n')}
</orderInteraction>`,
    reasons: [
      ['ALL', order.map(({ text, feedback }, index) => `${String(index + 1)}. ${text} ${feedback}`).join('\n')],
    ],
  };
}

interface Item {
  item: string;
  targets: number[];
  reason: string;
}

interface Target {
  index: number;
  text: string;
  /** How many items it takes; 0 for any number. */
  most: number;
}

function pairBody(stem: string, items: readonly Item[], targets: readonly Target[]): ItemBody {
  const pairs = items.flatMap((item, index) =>
    item.targets.map((target) => `L${String(index + 1)} R${String(target + 1)}`),
  );
  return {
    declaration: `<responseDeclaration identifier="RESPONSE" cardinality="multiple" baseType="directedPair">
<correctResponse>${pairs.map((pair) => `<value>${pair}</value>`).join('')}</correctResponse>
<mapping lowerBound="0" upperBound="1" defaultValue="0">
${pairs.map((pair) => `<mapEntry mapKey="${pair}" mappedValue="${numberText(1 / pairs.length)}"/>`).join('\n')}
</mapping>
</responseDeclaration>`,
    interaction: `<matchInteraction responseIdentifier="RESPONSE" shuffle="false" maxAssociations="${String(pairs.length)}">
<prompt>${textAsHtml(stem)}</prompt>
<simpleMatchSet>
${items.map(({ item }, index) => `<simpleAssociableChoice identifier="L${String(index + 1)}" matchMax="1">${textAsHtml(item)}</simpleAssociableChoice>`).join('\n')}
</simpleMatchSet>
<simpleMatchSet>
${targets.map(({ index, text, most }) => `<simpleAssociableChoice identifier="R${String(index + 1)}" matchMax="${String(most)}">${textAsHtml(text)}</simpleAssociableChoice>`).join('\n')}
</simpleMatchSet>
</matchInteraction>`,
    reasons: [['ALL', items.map(({ reason }) => reason).join('\n')]],
  };
}

function numberText(value: number): string {
  return String(Number(value.toFixed(6)));
}
