// Runs a program of C in a worker, with what it takes for a system.
import { ConsoleStdout, Fd, File, PreopenDirectory, WASI, wasi } from "@bjorn3/browser_wasi_shim";

// The C library looks for a folder behind descriptors that say that they are something else, not behind those that say nothing.
Fd.prototype.fd_prestat_get = () => ({ ret: 0, prestat: { write_bytes: (view, at) => view.setUint8(at, 1) } });

// Whoever reads it gets what next(size) gives.
export class Source extends Fd {
  constructor(next) {
    super();
    this.fd_read = (size) => ({ ret: 0, data: next(size) });
  }
}
// A pipe, to which C writes many bytes at a time, as it does under make check.
export class Sink extends ConsoleStdout {
  fd_fdstat_get() {
    const fdstat = new wasi.Fdstat(wasi.FILETYPE_SOCKET_STREAM, 0);
    fdstat.fs_rights_base = BigInt(wasi.RIGHTS_FD_WRITE);
    return { ret: 0, fdstat };
  }
}
export const folder = (files) =>
  new PreopenDirectory(".", new Map(Object.entries(files).map(([name, text]) => [name, new File(new TextEncoder().encode(text))])));

// How it ended: { by: "exit", status }, or by "abort", "division" or "crash". Any other error is the page's, and goes on.
export function run(module, args, descriptors, imports = {}, begin = () => {}) {
  const system = new WASI(args, [], descriptors, { debug: false });
  const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: system.wasiImport, ...imports });
  begin(instance.exports.memory);
  try {
    return { by: "exit", status: system.start(instance) };
  } catch (error) {
    // A stack that is full is a RangeError, or in Firefox an InternalError.
    if (!(error instanceof WebAssembly.RuntimeError || error instanceof RangeError || error.name === "InternalError")) throw error;
    return { by: /unreachable/.test(error.message) ? "abort" : /divi/.test(error.message) ? "division" : "crash" };
  }
}
