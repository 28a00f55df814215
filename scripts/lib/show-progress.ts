/**
 * Tells how far a long work is, on one line that is written over; nothing where the output is not a terminal.
 * @param text holds `{done}` and `{all}`.
 */
export function showProgress(stream: NodeJS.WriteStream, text: string): (done: number, all: number) => void {
  // Piped into a file, NodeJS leaves `isTTY` out.
  if (!stream.isTTY) return () => undefined;
  return (done, all) => {
    stream.write(`\r${text.replace('{done}', String(done)).replace('{all}', String(all))}${done === all ? '\n' : ''}`);
  };
}
