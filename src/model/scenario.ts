/** What a choice does to the customer: it helps, goes half the way, or hurts. */
export const EFFECTS = ['helps', 'half', 'hurts'] as const;
export type Effect = (typeof EFFECTS)[number];

/** How a story ends. */
export const ENDINGS = ['good', 'mixed', 'bad'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Something a reader can do in a scene. */
interface ScenarioChoice<Text = string> {
  id: string;
  text: Text;
  effect: Effect;
  /** What happens next. */
  outcome: Text;
  /** Why it helps or hurts. */
  feedback: Text;
  /** The scene it leads to. */
  next: string;
  /** The topic that teaches it. */
  topic?: string | undefined;
}

/** A scene: it stops at a decision, goes on to the next scene, or ends the story. */
export interface ScenarioNode<Text = string> {
  id: string;
  /** Time or stage. */
  when?: Text | undefined;
  title: Text;
  text: Text;
  /** What is to be decided; there is something to choose wherever this is. */
  ask?: Text | undefined;
  choices: readonly ScenarioChoice<Text>[];
  /** The scene that follows where there is nothing to choose. */
  next?: string | undefined;
  /** How the story ends here; set where there is no way on. */
  ending?: Ending | undefined;
}
