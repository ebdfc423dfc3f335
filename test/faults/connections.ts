/** What a trace of `socket`, `connect` and `send…`, taken with `strace -f -y`, says about the network. */
export interface Connection {
  readonly address: string;
  readonly port: number;
  /** A connected datagram socket has sent nothing yet; it has only asked the kernel for a route. */
  readonly isRouteAlone: boolean;
  readonly line: string;
}

const PORT = /sin6?_port=htons\((\d+)\)/;
const ADDRESS = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/;
/** The number in the brackets is the socket's own on the whole machine, whichever thread makes or connects it. */
const MADE = /^\d+ +socket\(AF_INET6?, (SOCK_\w+).* = \d+<\w+:\[(\d+)\]>$/;
const CONNECTED = /^\d+ +connect\(\d+<\w+:\[(\d+)\]>,/;
const BEGUN = /^(\d+) +(.*) <unfinished \.\.\.>$/;
const RESUMED = /^(\d+) +<\.\.\. \w+ resumed>(.*)$/;

/**
 * Chromium connects a datagram socket to this address, and sends nothing on it, to learn whether the machine has
 * a route for IPv6 (`HostResolverManager`). No switch turns that off.
 */
export const ASKED_FOR_A_ROUTE = '2001:4860:4860::8888';

/** The calls of a trace, a line each: one that was interrupted by another thread's stands in two parts in it. */
function wholeCalls(trace: string): readonly string[] {
  const begun = new Map<string, string>();
  return trace.split('\n').flatMap((line) => {
    const [, caller = '', start] = BEGUN.exec(line) ?? [];
    if (start !== undefined) {
      begun.set(caller, `${caller} ${start}`);
      return [];
    }
    const [, resumer = '', rest] = RESUMED.exec(line) ?? [];
    return [rest === undefined ? line : `${begun.get(resumer) ?? resumer}${rest}`];
  });
}

/** Every call that names an address of the internet protocols; sockets of the machine itself name none. */
export function connectionsIn(trace: string): readonly Connection[] {
  const kinds = new Map<string, string>();
  return wholeCalls(trace).flatMap((line) => {
    const [, kind, made = ''] = MADE.exec(line) ?? [];
    if (kind !== undefined) kinds.set(made, kind);
    const [, four, six] = ADDRESS.exec(line) ?? [];
    const address = four ?? six;
    if (address === undefined) return [];
    const [, socket = ''] = CONNECTED.exec(line) ?? [];
    const isRouteAlone = kinds.get(socket) === 'SOCK_DGRAM';
    return [{ address, port: Number(PORT.exec(line)?.[1] ?? 0), isRouteAlone, line }];
  });
}

/** Those that leave the machine, and questions to a name server, wherever it is: it would ask on. */
export const strangersAmong = (connections: readonly Connection[]): readonly Connection[] =>
  connections
    .filter(({ address, port }) => port === 53 || !/^(?:127\.|::1$|::ffff:127\.)/.test(address))
    .filter(({ address, isRouteAlone }) => !(isRouteAlone && address === ASKED_FOR_A_ROUTE));
