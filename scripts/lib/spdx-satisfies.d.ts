/** The package ships without types. */
declare module 'spdx-satisfies' {
  /**
   * Whether what an SPDX expression asks for can be met with the licences of a list.
   * @throws an error when `expression` is none.
   */
  export default function satisfies(expression: string, approved: readonly string[]): boolean;
}
