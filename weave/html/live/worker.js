// The worker that runs a program of the book: WebAssembly that asks for no more than WASI, with its files in memory.
import { ConsoleStdout, Directory, Fd, File, OpenDirectory, OpenFile, PreopenDirectory, WASI, wasi as defs } from "@bjorn3/browser_wasi_shim";

// What the shim's file system lacks. A file grows by more than is written, or a long one would be copied at each write.
OpenFile.prototype.fd_write = function (data) {
  const { file } = this, at = Number(this.file_pos), end = at + data.length;
  if (end > file.data.length) {
    let { buffer } = file.data;
    if (end > buffer.byteLength) {
      buffer = new ArrayBuffer(2 * end);
      new Uint8Array(buffer).set(file.data);
    }
    file.data = new Uint8Array(buffer, 0, end);
  }
  file.data.set(data, at);
  this.file_pos = BigInt(end);
  return { ret: defs.ERRNO_SUCCESS, nwritten: data.length };
};
// In a folder all is allowed, but for reading or writing it as a file.
OpenDirectory.prototype.fd_fdstat_get = () => {
  const fdstat = new defs.Fdstat(defs.FILETYPE_DIRECTORY, 0);
  fdstat.fs_rights_base = fdstat.fs_rights_inherited = 0x1fffffffn;
  return { ret: defs.ERRNO_SUCCESS, fdstat };
};
const openDirectory = Directory.prototype.path_open;
Directory.prototype.path_open = function (flags, rights, ...rest) {
  const writes = rights & BigInt(defs.RIGHTS_FD_WRITE);
  return writes ? { ret: defs.ERRNO_ISDIR, fd_obj: null } : openDirectory.call(this, flags, rights, ...rest);
};
OpenDirectory.prototype.fd_read = () => ({ ret: defs.ERRNO_ISDIR, data: new Uint8Array() });

// A name for a stream, such as /dev/stdout: the same stream, to whoever asks.
class Device {
  constructor(stream) { this.stream = stream; this.ino = stream.ino; }
  stat() { return this.stream.fd_filestat_get().filestat; }
  path_open() { return { ret: defs.ERRNO_SUCCESS, fd_obj: this.stream }; }
}

// What is written there is lost, or cannot be written. It is no terminal, which would be one that cannot be wound back.
class Hole extends ConsoleStdout {
  constructor(ret) { super(() => {}); this.ret = ret; }
  fd_fdstat_get() {
    const { ret, fdstat } = super.fd_fdstat_get();
    fdstat.fs_rights_base |= BigInt(defs.RIGHTS_FD_SEEK);
    return { ret, fdstat };
  }
  fd_write(data) { return { ret: this.ret, nwritten: this.ret === defs.ERRNO_SUCCESS ? data.length : 0 }; }
}

// Files and folders from a list of full names and their bytes, and back.
function rootOf(files, devices) {
  const root = new Directory(new Map([["dev", new Directory(new Map(devices))], ...["build", "code"].map((name) => [name, new Directory(new Map())])]));
  for (const [name, bytes] of files) {
    const steps = name.split("/"), last = steps.pop();
    let folder = root;
    for (const step of steps) {
      if (!folder.contents.has(step)) folder.contents.set(step, new Directory(new Map()));
      folder = folder.contents.get(step);
    }
    folder.contents.set(last, new File(bytes));
  }
  return root;
}

function* filesOf(folder, path = "") {
  for (const [name, entry] of folder.contents) {
    if (entry instanceof Directory) yield* filesOf(entry, `${path}${name}/`);
    else if (entry instanceof File) yield [path + name, entry.data.slice()];
  }
}

onmessage = async ({ data: { module, name, words, files } }) => {
  const decode = new TextDecoder();
  const out = new ConsoleStdout((bytes) => postMessage({ out: bytes.slice() }));
  // On what it takes for a terminal a program shows how far it is, in lines that it writes over.
  const err = new ConsoleStdout((bytes) => {
    const text = decode.decode(bytes);
    postMessage(text[0] === "\r" ? { progress: text.replace(/\r|\x1b\[K/g, "") } : { out: bytes.slice() });
  });
  const streams = { stdout: out, stderr: err, null: new Hole(defs.ERRNO_SUCCESS), full: new Hole(defs.ERRNO_NOSPC) };
  const root = new PreopenDirectory("/", new Map());
  root.dir = rootOf(files, Object.entries(streams).map(([device, stream]) => [device, new Device(stream)]));
  const wasi = new WASI([name, ...words], [], [new OpenFile(new File([])), out, err, root], { debug: false });
  try {
    const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
    const code = wasi.start(instance);
    postMessage({ code, files: [...filesOf(root.dir)] });
  } catch (error) {
    postMessage({ fault: String(error.message) });
  }
};
