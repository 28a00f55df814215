declare module 'moodlexml-to-json' {
  /** Text that reads as JSON comes as what it says. */
  type Text = string | number | boolean;

  /** A question as it was read; those of a type that the reader does not know are left out. */
  export interface ReadQuestion {
    type: string;
    name: Text;
    questiontext: Text;
    generalfeedback?: Text;
    answers: { score: number; text: Text; answer: Text }[];
    /** Of a multiple choice the places of the keys, of a true–false question the key, of a matching its pairs. */
    correctAnswer: number[] | boolean | [Text, Text][];
    single?: Text;
  }

  export default function read(
    xml: string,
    done: (result: { questions: ReadQuestion[] } | undefined, error: Error) => void,
  ): void;
}
