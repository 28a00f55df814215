/** True for an address that stands for one to come: a host that is reserved for examples or means this machine. */
export function isPlaceholderAddress(address: string): boolean {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
  return /(?:^|\.)(?:example(?:\.(?:com|net|org))?|invalid|test|localhost)$/.test(host);
}
