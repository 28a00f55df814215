import en from './pocket-prompt.en.json' with { type: 'json' };
import zh from './pocket-prompt.zh.json' with { type: 'json' };

/** What a page says when a newer build is ready, for the language that the page declares: `zh-CN`, `en`. */
export function pocketPromptTexts(language: string): typeof zh {
  return language.startsWith('en') ? en : zh;
}
