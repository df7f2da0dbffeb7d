// The editor of an exercise, and what checks an answer: a worker that compiles and says what came of it, and one that runs it.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { cpp } from "@codemirror/lang-cpp";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import style from "./exercises.css";

const computing = 5, perProgram = 2; // seconds that checks may compute, and one run of an answer that is a program
const mostAttempts = 50; // that are kept of an exercise
const fromDisk = "A page that is opened from disk may not load the compiler. Serve the book: make live, then make serve, which tells the " +
  "address to open. Download answer.c and Open a file take your answer there.";
const size = `${Math.round(CLANG_BYTES / 1e6)} MB`;

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
document.head.append(make("style", { textContent: style }));

function download(name, text) {
  const link = make("a", { download: name, href: URL.createObjectURL(new Blob([text], { type: "text/plain" })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const colours = syntaxHighlighting(HighlightStyle.define([
  { tag: [tags.keyword, tags.typeName, tags.standard(tags.typeName)], color: "var(--code-key)" },
  { tag: [tags.string, tags.character], color: "var(--code-text)" },
  { tag: [tags.processingInstruction, tags.meta], color: "var(--code-line)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]));
const usual = [lineNumbers(), history(), bracketMatching(), closeBrackets(), indentOnInput(), indentUnit.of("    "), lintGutter(), EditorView.lineWrapping, cpp(), colours];
const keys = [...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab];

// The compiler, which the first check starts, is asked for one thing after another.
let compiler, last = Promise.resolve();
function ask(question, came) {
  compiler ??= new Worker("live/exercises.compile.js");
  const answer = last.then(() => new Promise((done, failed) => {
    compiler.onerror = ({ message }) => failed(new Error(message || "live/exercises.compile.js is missing"));
    compiler.onmessage = ({ data }) => (data.came ? came?.(data.came) : data.fault ? failed(new Error(data.fault)) : done(data.done));
    compiler.postMessage(question);
  }));
  last = answer.catch(() => {
    compiler?.terminate();
    compiler = null;
  });
  return answer;
}

// Runs what was built, for what the judge has to know. A run of the reader's program that goes on for too long ends all; it is done
// again, and left out.
const run = (built, late) => new Promise((done, failed) => {
  const worker = new Worker("live/exercises.run.js"), decode = new TextDecoder();
  let printed = "", current = 0, timer;
  const end = (ending) => {
    clearTimeout(timer);
    worker.terminate();
    done(ending);
  };
  const within = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(() => end(current ? run(built, current) : { printed, secret: "none", said: "", words: ["computing"] }), 1000 * seconds);
  };
  worker.onerror = ({ message }) => failed(new Error(message));
  worker.onmessage = ({ data }) => {
    if (data.printed) printed += decode.decode(data.printed, { stream: true });
    else if (data.run !== undefined) within((current = data.run) ? perProgram : computing);
    else if (data.fault) failed(new Error(data.fault));
    else end({ printed, ...data });
  };
  worker.postMessage({ ...built, late });
  within(computing);
});

// What the compiler complains of, or what watches over a run, at its lines.
const complaints = (doc, words) => [...words.matchAll(/^answers\/[\d.]+\.c:(\d+):(\d+): (?:(?:fatal )?(error|warning): )?(.*)$/gm)]
  .map(([, row, column, severity = "error", message]) => {
    const line = doc.line(Math.min(row, doc.lines)), from = Math.min(line.from + +column - 1, line.to);
    return { from, to: from + line.text.slice(from - line.from).match(/^\w*/)[0].length, severity, message };
  });

// As tests/workbook/exercise.sh says it.
const headline = (number, { failed, right, score }) =>
  failed ? `${number} does not compile yet: begin with the first error below.`
  : right ? `${number} solved`
  : `${number} is not solved yet${!score || score.endsWith(" of 1") ? "" : `: ${score} right`}`;

live.write = (section, number, mark) => {
  const chapter = Object.values(live.chapters)[0], { stub, answer, hash, wrong } = chapter.exercises[number];
  const mine = `${number}/${hash}`, before = `${number}/before`, older = kept(`${number}/stub`);
  if (older && older !== hash) kept(before, kept(`${number}/${older}`) ?? kept(before) ?? ""); // what answers another stub is offered
  const button = (textContent, onclick) => make("button", { type: "button", textContent, onclick });
  const fold = (className, title, ...parts) => make("details", { className: `fold ${className}` }, make("summary", { textContent: title }), ...parts);
  const code = (textContent) => make("pre", { textContent, tabIndex: 0 });
  const checking = button("Check", check), back = button("Bring back what I had", () => replace(kept(before)));
  const file = make("input", { type: "file", accept: ".c,text/plain", hidden: true, onchange: () => file.files[0]?.text().then(replace) });
  const bar = make("progress", { hidden: true, ariaLabel: "How much of the compiler has come" });
  const says = make("div", { className: "said", role: "status" });
  const room = make("div", { className: "workshop" }, ...(answer ? [fold("", "answer.h, which it includes", code(answer))] : []));
  const view = new EditorView({
    parent: room,
    doc: kept(mine) ?? stub,
    extensions: [
      usual, keymap.of([{ key: "Mod-Enter", run: () => (check(), true) }, ...keys]),
      EditorView.contentAttributes.of({ "aria-label": `Your answer to exercise ${number}`, tabindex: "0" }),
      EditorView.updateListener.of(({ docChanged }) => docChanged && keep()),
    ],
  });
  let busy = false;
  const written = () => view.state.doc.toString();
  room.append(make("p", { className: "keys", textContent: "Tab indents; Escape, then Tab, leaves the editor; Ctrl-Enter checks." }),
    make("p", { className: "tools" }, checking, button("Download answer.c", () => download("answer.c", written())), button("Open a file", () => file.click()),
      file, button("Start over", () => confirm(`Start ${number} over? What you wrote can be brought back.`) && replace(stub)), back,
      button("All attempts as a file", exported)), bar, says);
  section.querySelector(".write").replaceWith(room);
  says.textContent = location.protocol === "file:" ? fromDisk : compiler ? "" : `The first check loads the compiler, ${size}.`;
  offer();
  view.focus();
  // Of two tabs with this exercise each has what was written last.
  addEventListener("storage", ({ key, newValue }) => key?.endsWith(`/${mine}`) && newValue && newValue !== written() && replace(newValue, false));

  function offer() {
    back.hidden = [null, "", written()].includes(kept(before));
    if (kept(`${number}/solved`) && !room.querySelector(".wrong"))
      room.append(fold("wrong", `The ${wrong.length} wrong answers on file, and why each fails`,
        ...wrong.map(({ what, told }) => make("div", {}, code(what), make("p", { textContent: `“${told}”` })))));
  }
  // Nothing is never kept over something.
  function keep() {
    if (written().trim() && (kept(`${number}/stub`, hash), kept(mine, written()) !== written()))
      says.textContent = "This browser keeps nothing of this page: download your answer.";
    offer();
  }
  function replace(text, back = true) {
    if (back && written().trim() && written() !== stub) kept(before, written());
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    says.replaceChildren();
    if (back) view.focus();
  }
  function exported() {
    const attempts = Object.keys(chapter.exercises).map((other) => [other, JSON.parse(kept(`${other}/attempts`) ?? "[]")]);
    download("attempts.json", JSON.stringify({ page: document.title, attempts: Object.fromEntries(attempts) }, null, 2));
  }
  function show(words, lines, outcome) {
    says.className = outcome.right ? "said right" : "said";
    const printed = lines.slice(0, outcome.printed ?? 0), sentences = lines.slice(printed.length);
    says.replaceChildren(make("strong", { textContent: headline(number, outcome) }), ...sentences.map((textContent) => make("p", { textContent })),
      ...(words ? [code(words.trimEnd())] : []),
      ...(printed.length ? [make("div", { textContent: "Your program printed:" }), code(printed.join("\n"))] : []));
    view.dispatch(setDiagnostics(view.state, complaints(view.state.doc, [words, ...sentences].join("\n"))));
    if (outcome.right) kept(`${number}/solved`, hash);
    mark();
    offer();
  }

  async function check() {
    if (busy) return;
    says.className = "said";
    if (location.protocol === "file:") {
      says.textContent = fromDisk;
      return;
    }
    busy = true;
    try {
      const text = written();
      if (!compiler) {
        says.textContent = `Loading the compiler, ${size}, once…`;
        Object.assign(bar, { hidden: false, max: CLANG_BYTES, value: 0 });
        await ask({ chapter }, (bytes) => (bar.value += bytes));
        bar.hidden = true;
      }
      says.textContent = "Compiling…";
      const { words, ...built } = await ask({ build: { number, text } });
      if (!built.checks) {
        const [, line, message] = words.match(/\.c:(\d+):\d+: (?:fatal )?error: (.*)$/m) ?? [];
        show(words, line ? [`Line ${line}: ${message}`] : [], { failed: true });
      } else {
        const ending = await run(built), { text: told, right } = await ask({ judge: { ...ending, computing } });
        const lines = told.trimEnd().split("\n"), score = /^\d+ of \d+$/.test(lines.at(-1)) ? lines.pop() : "";
        // The judge begins with what the answer printed.
        const printed = lines.findIndex((line) => !ending.printed.includes(line.replace(/ ?\(and more\)$/, "")));
        show(words, lines, { right, score, printed: printed < 0 ? lines.length : printed });
      }
      const attempts = [...JSON.parse(kept(`${number}/attempts`) ?? "[]"), { when: new Date().toISOString(), text, said: says.innerText }];
      kept(`${number}/attempts`, JSON.stringify(attempts.slice(-mostAttempts)));
    } catch (error) {
      says.textContent = `A fault of this page, not of your answer, which is kept: ${error.message}`;
    }
    bar.hidden = true;
    busy = false;
  }
};
