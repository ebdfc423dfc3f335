/** What a trace of `socket`, `connect` and `send…` says about the network. */
export interface Connection {
  readonly address: string;
  readonly port: number;
  /** A connected datagram socket has sent nothing yet; it has only asked the kernel for a route. */
  readonly isRouteAlone: boolean;
  readonly line: string;
}

const PORT = /sin6?_port=htons\((\d+)\)/;
const ADDRESS = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/;
const MADE = /^(\d+) socket\(AF_INET6?, (SOCK_\w+).* = (\d+)$/;
const CONNECTED = /^(\d+) connect\((\d+),/;

/**
 * Chromium connects a datagram socket to this address, and sends nothing on it, to learn whether the machine has
 * a route for IPv6 (`HostResolverManager`). No switch turns that off.
 */
const ASKED_FOR_A_ROUTE = '2001:4860:4860::8888';

/** Every call that names an address of the internet protocols; sockets of the machine itself name none. */
export function connectionsIn(trace: string): readonly Connection[] {
  const kinds = new Map<string, string>();
  return trace.split('\n').flatMap((line) => {
    const [, maker = '', kind = '', made = ''] = MADE.exec(line) ?? [];
    if (kind !== '') kinds.set(`${maker} ${made}`, kind);
    const [, four, six] = ADDRESS.exec(line) ?? [];
    const address = four ?? six;
    if (address === undefined) return [];
    const [, thread = '', socket = ''] = CONNECTED.exec(line) ?? [];
    const isRouteAlone = kinds.get(`${thread} ${socket}`) === 'SOCK_DGRAM';
    return [{ address, port: Number(PORT.exec(line)?.[1] ?? 0), isRouteAlone, line }];
  });
}

/** Those that leave the machine, and questions to a name server, wherever it is: it would ask on. */
export const strangersAmong = (connections: readonly Connection[]): readonly Connection[] =>
  connections
    .filter(({ address, port }) => port === 53 || !/^(?:127\.|::1$|::ffff:127\.)/.test(address))
    .filter(({ address, isRouteAlone }) => !(isRouteAlone && address === ASKED_FOR_A_ROUTE));
