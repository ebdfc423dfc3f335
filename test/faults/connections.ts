/** What a trace of `connect` and `send…` says about the network. */
export interface Connection {
  readonly address: string;
  readonly port: number;
  readonly line: string;
}

const PORT = /sin6?_port=htons\((\d+)\)/;
const ADDRESS = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/;

/** Every call that names an address of the internet protocols; sockets of the machine itself name none. */
export function connectionsIn(trace: string): readonly Connection[] {
  return trace.split('\n').flatMap((line) => {
    const [, four, six] = ADDRESS.exec(line) ?? [];
    const address = four ?? six;
    return address === undefined ? [] : [{ address, port: Number(PORT.exec(line)?.[1] ?? 0), line }];
  });
}

/** Those that leave the machine, and questions to a name server, wherever it is: it would ask on. */
export const strangersAmong = (connections: readonly Connection[]): readonly Connection[] =>
  connections.filter(({ address, port }) => port === 53 || !/^(?:127\.|::1$|::ffff:127\.)/.test(address));
