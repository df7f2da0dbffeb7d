// The worker that compiles an answer and links it with its checks, as tests/workbook/common.sh does, and that says then what came of
// the run. It has clang, which comes in parts; how much has come it tells.
import { Sink, Source, folder, run } from "./wasi.js";

let clang, chapter, said;
const fetched = fetch.bind(self);
self.fetch = async (url) => {
  const { ok, body } = await fetched(`clang/${url.pathname.slice(1)}.packed`);
  if (!ok) throw new Error(`live/clang${url.pathname}.packed is missing`);
  const count = new TransformStream({ transform: (chunk, to) => (postMessage({ came: chunk.length }), to.enqueue(chunk)) });
  return new Response(body.pipeThrough(count).pipeThrough(new DecompressionStream("gzip")), { headers: { "content-type": "application/wasm" } });
};

const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const hear = (bytes) => (said += bytes ? new TextDecoder().decode(bytes) : "");
const found = (pattern) => [...new Set([...said.matchAll(pattern)].map(([, name]) => name))];

// What a command of clang's has made, or null; what it said is in said.
async function tool(args, files) {
  said = "";
  try {
    return await clang.runLLVM(args, files, { stdout: hear, stderr: hear });
  } catch (error) {
    if (error instanceof clang.Exit) return null;
    throw error;
  }
}

// What the compiler says, and what is to be run; nothing, if it does not compile.
async function build({ number, text }) {
  const { answer, asks, taken, test } = chapter.exercises[number], source = `answers/${number}.c`, { compiling, linking } = chapter;
  const files = { ...chapter.headers, answers: { [`${number}.c`]: text }, "answer.h": answer ?? "" };
  const args = compiling[answer ? "functions" : "program"].map((word) => word.replace("N.c", `${number}.c`));
  const compile = async (...renamed) => (await tool([...args, ...renamed], files))?.["answer.o"];
  const link = async (objects) => {
    const made = await tool(linking.flatMap((word) => (word === "answer.o" ? Object.keys(objects) : word)), objects);
    return made && WebAssembly.compile(made["program.wasm"]);
  };
  let object = await compile();
  const words = said; // of its own main without a return, another compilation would say too much
  if (!object) return { words };
  await tool(["nm", "-g", "answer.o"], { "answer.o": object });
  const own = found(/ [A-TV-Z] (\w+)/g).map((name) => name.replace(/^__main_\w+$|^__original_main$/, "main"));
  const twice = answer ? own.filter((name) => taken.includes(name)) : [];
  if (twice.length) object = await compile(...twice.map((name) => `-D${name}=answers_${name}`));

  const common = Object.fromEntries(Object.entries({ ...chapter.objects, "test.o": test }).map(([name, packed]) => [name, bytesOf(packed)]));
  const program = !answer && own.includes("main") ? await link({ "answer.o": object, "watch.o": common["watch.o"] }) : undefined;
  const checks = program !== null && (await link({ ...(answer && { "answer.o": object }), ...common }));
  if (checks) return { words, checks, program };
  const lacking = found(/undefined symbol: (\w+)/g).map((name) =>
    answer && asks.includes(name) ? `there is no ${name}, which answer.h asks for` : `${name} is called, but there is no such function`);
  const doubled = found(/duplicate symbol: (\w+)/g).map((name) => `the book has a function called ${name}, too: write static before yours`);
  if (!lacking.length && !doubled.length) throw new Error(said);
  return { words: words + [...lacking, ...doubled].map((line) => `${source}: error: ${line}\n`).join("") };
}

// What tests/workbook/verdict.c says, and whether all is right.
async function judge({ secret, words, printed, said: verdict, computing }) {
  const module = await WebAssembly.compile(bytesOf(chapter.judge)), decode = new TextDecoder();
  let text = "";
  const out = new Sink((bytes) => (text += decode.decode(bytes, { stream: true })));
  const { status } = run(module, ["judge", secret, String(computing), ...words], [new Source(() => []), out, out, folder({ printed, said: verdict })]);
  return { text, right: status === 0 };
}

onmessage = async ({ data }) => {
  try {
    chapter ??= data.chapter;
    clang ??= await import("@yowasp/clang");
    await clang.runLLVM(null, {}, { fetchProgress() {} });
    postMessage({ done: data.build ? await build(data.build) : data.judge ? await judge(data.judge) : {} });
  } catch (error) {
    postMessage({ fault: error.message ?? String(error) });
  }
};
