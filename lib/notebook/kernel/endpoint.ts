/** Where a kernel listens: sockets in a private folder, or ports of this machine where there are none. */
import { createServer } from "node:net";
import { join } from "node:path";

/** The part of Jupyter's connection file that says where. */
export interface Endpoint {
  readonly transport: "ipc" | "tcp";
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
}

/** Socket paths may not be longer on some systems. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Sockets need no port that another process could take meanwhile, and only this user can reach them.
 * @param folder private to this kernel
 */
export async function chooseEndpoint(folder: string): Promise<Endpoint> {
  const path = join(folder, "kernel");
  if (process.platform !== "win32" && path.length + 2 <= LONGEST_SOCKET_PATH) {
    return { transport: "ipc", ip: path, ...numbered([1, 2, 3, 4, 5]) };
  }
  return { transport: "tcp", ip: "127.0.0.1", ...numbered(await freePorts(5)) };
}

/** The address as zeromq (and tslab) writes it. */
export function address({ transport, ip }: Endpoint, port: number): string {
  return `${transport}://${ip}:${port}`;
}

function numbered(ports: readonly number[]): Omit<Endpoint, "transport" | "ip"> {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = ports as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { shell_port, iopub_port, stdin_port, control_port, hb_port };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", resolve);
      });
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
