import { z } from 'zod';

/** A name for one thing inside its parent: lower-case words joined by hyphens. Never changes once published. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('Lower-case letters, figures and hyphens; never changed once published.');

/** A topic's full id: `<theme>/<topic>`, such as `complaints/six-steps`. */
export const topicId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .describe('<theme>/<topic>, such as complaints/six-steps.');
